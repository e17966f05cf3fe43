package health.stillwater;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import health.stillwater.AccessMatrix.Comer;
import health.stillwater.AccessMatrix.Route;
import health.stillwater.portals.shell.ActingFilter;
import jakarta.servlet.http.Cookie;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Comes to an address as somebody, with a true account of the realm's, and hears how it is
 * answered.
 */
@TestComponent
class Knocking {

    /**
     * An answer.
     *
     * @param location where it leads; empty when it leads nowhere
     * @param page without what is new in every page
     */
    record Heard(int status, String location, String page) {}

    private static final RequestPostProcessor NOBODY = request -> request;

    private final MockMvcTester browser;
    private final GrantedAuthoritiesMapper rolesOfTheRealm;

    Knocking(MockMvcTester browser, GrantedAuthoritiesMapper rolesOfTheRealm) {
        this.browser = browser;
        this.rolesOfTheRealm = rolesOfTheRealm;
    }

    /** The person of a practice who would come here; a visitor has no account. */
    RequestPostProcessor as(Comer comer, Practice practice, Route route) {
        return switch (comer) {
            case VISITOR -> NOBODY;
            case PATIENT ->
                    account(
                            comer,
                            (route.path().contains("{decision}")
                                            ? practice.treated()
                                            : practice.newcomer())
                                    .value());
            case PHYSICIAN -> account(comer, practice.physician().value());
            case PHARMACY -> pharmacist(practice.pharmacy().toString());
            case BILLING, COMPLIANCE -> account(comer, UUID.randomUUID());
        };
    }

    RequestPostProcessor pharmacist(String pharmacy) {
        return account(
                List.of(Comer.PHARMACY.word()), UUID.randomUUID(), Map.of("pharmacy_id", pharmacy));
    }

    RequestPostProcessor account(Comer comer, UUID person) {
        return account(List.of(comer.word()), person, Map.of());
    }

    /** An account of the realm, as its token tells of it. */
    RequestPostProcessor account(List<String> roles, UUID person, Map<String, Object> more) {
        var token =
                OidcIdToken.withTokenValue("token")
                        .subject(person.toString())
                        .claim("roles", roles)
                        .claim("name", Rosa.NAME)
                        .claim("email", person + "@example.com")
                        .claims(claims -> claims.putAll(more))
                        .build();
        var granted = rolesOfTheRealm.mapAuthorities(Set.of(new OidcUserAuthority(token)));
        return oidcLogin().oidcUser(new DefaultOidcUser(granted, token));
    }

    /** The path is the servlet's own, as it is in the server. */
    Heard knock(Route route, Things things, Map<String, String> form, RequestPostProcessor... how) {
        var address = things.address(route.path());
        var method = route.sendsAForm() ? HttpMethod.POST : HttpMethod.GET;
        var request =
                MockMvcRequestBuilders.request(method, address)
                        .servletPath(address.equals("/") ? "" : address)
                        .cookie(new Cookie(ActingFilter.VISIT_COOKIE, things.assessment()));
        form.forEach(request::param);
        for (var one : how) {
            request.with(one);
        }
        var answer = browser.perform(request);
        if (answer.getUnresolvedException() != null) {
            throw new AssertionError(route + " breaks", answer.getUnresolvedException());
        }
        try {
            var response = answer.getResponse();
            return new Heard(
                    response.getStatus(),
                    Objects.requireNonNullElse(response.getRedirectedUrl(), ""),
                    response.getContentAsString()
                            .replace(address, route.path())
                            .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
        } catch (UnsupportedEncodingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
