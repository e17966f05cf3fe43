package health.stillwater.portals.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form of ours that came too late: the sign-in behind it had ended, or the page was open longer
 * than its token held. Nothing of it was carried out. It goes back to the browser that sent it, to
 * be sent once more, and is kept nowhere else.
 *
 * <p>Only a form our own page sent is given back: browsers say so in {@code Sec-Fetch-Site}, which
 * no page of another site can write. Anything else would let a stranger's form be sent with a token
 * of ours.
 *
 * @param address where it was sent
 * @param fields everything in it but the token
 */
public record Unsent(String address, Map<String, List<String>> fields) {

    /** Whether a request is a form one of our own pages sent. */
    public static boolean isOurForm(HttpServletRequest request) {
        return HttpMethod.POST.matches(method(request))
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** The form behind an error page, if that is why it is drawn. */
    static Optional<Unsent> in(HttpServletRequest request) {
        var why = request.getAttribute(WebAttributes.ACCESS_DENIED_403);
        var address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var late = why instanceof CsrfException || why instanceof AuthenticationException;
        if (!late || address == null || !isOurForm(request) || byItself(request)) {
            return Optional.empty();
        }
        return Optional.of(new Unsent(address.toString(), fields(request)));
    }

    /** Whether whoever sees it must sign in before it can be taken. */
    public boolean needsSignIn(Page page) {
        return !page.signedIn() && !ActingFilter.belongsToTheBrowser(address);
    }

    /** What a person wrote in words of their own, to be read before it is sent. */
    public List<String> words() {
        return fields.values().stream()
                .flatMap(List::stream)
                .map(String::strip)
                .filter(value -> value.chars().anyMatch(Character::isWhitespace))
                .toList();
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap()
                .forEach((name, values) -> fields.put(name, Arrays.asList(values)));
        fields.remove("_csrf");
        return fields;
    }

    /** A page that saves while one types keeps what was typed, and says so itself. */
    private static boolean byItself(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** An error page is asked for with GET, whatever it answers. */
    private static String method(HttpServletRequest request) {
        var sent = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return sent == null ? request.getMethod() : sent.toString();
    }
}
