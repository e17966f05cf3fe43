package health.stillwater.portals.shell;

import health.stillwater.kernel.Actor;
import health.stillwater.runtime.Acting;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Says, once for each web request, who is acting. Stands behind the security filters, which made
 * sure the claims are true; it is put there by hand, never as a filter of the server's own.
 */
public final class ActingFilter extends OncePerRequestFilter {

    /** The browser's own assessment, before any account. The name says nothing to a stranger. */
    public static final String VISIT_COOKIE = "sw-visit";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = actor(SecurityContextHolder.getContext().getAuthentication(), request);
        try {
            Acting.<Boolean, Exception>as(
                    actor,
                    () -> {
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (ServletException | IOException | RuntimeException passed) {
            throw passed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    /** An error page, too, is drawn for somebody. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static Actor actor(
            @Nullable Authentication authentication, HttpServletRequest request) {
        if (authentication != null
                && authentication.getPrincipal() instanceof OAuth2User user
                && !belongsToTheBrowser(request.getServletPath())) {
            return person(user);
        }
        return visit(request)
                .map(assessment -> new Actor(Actor.Kind.VISITOR, assessment, null, "a visitor"))
                .orElse(Actor.NOBODY);
    }

    /**
     * An assessment is the browser's own until it is linked to an account, even when somebody is
     * signed in.
     */
    static boolean belongsToTheBrowser(String path) {
        return path.equals("/start") || path.startsWith("/start/");
    }

    private static Actor person(OAuth2User user) {
        var kind = kind(user.getAttribute("roles"));
        var subject = id(user.getAttribute("sub"));
        if (kind.isEmpty() || subject.isEmpty()) {
            return Actor.NOBODY;
        }
        var organization =
                kind.get() == Actor.Kind.PHARMACIST
                        ? id(user.getAttribute("pharmacy_id"))
                        : Optional.<UUID>empty();
        var name = user.getAttribute("name");
        return new Actor(
                kind.get(),
                subject.get(),
                organization.orElse(null),
                name == null ? "" : name.toString());
    }

    /** A person has exactly one kind; an account with two roles acts as the first of ours. */
    private static Optional<Actor.Kind> kind(@Nullable Object roles) {
        if (!(roles instanceof Collection<?> names)) {
            return Optional.empty();
        }
        return names.stream()
                .map(name -> name.toString().toUpperCase(Locale.ROOT))
                .flatMap(name -> kindNamed(name).stream())
                .sorted()
                .findFirst();
    }

    private static Optional<Actor.Kind> kindNamed(String role) {
        return Optional.ofNullable(
                switch (role) {
                    case "PATIENT" -> Actor.Kind.PATIENT;
                    case "PHYSICIAN" -> Actor.Kind.PHYSICIAN;
                    case "PHARMACY", "PHARMACIST" -> Actor.Kind.PHARMACIST;
                    case "BILLING" -> Actor.Kind.BILLING;
                    case "COMPLIANCE" -> Actor.Kind.COMPLIANCE;
                    default -> null;
                });
    }

    /** The assessment this browser holds, if it holds one. */
    public static Optional<UUID> visit(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, VISIT_COOKIE);
        return cookie == null ? Optional.empty() : id(cookie.getValue());
    }

    private static Optional<UUID> id(@Nullable Object text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text.toString()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
