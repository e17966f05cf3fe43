package health.stillwater.portals.shell;

import health.stillwater.kernel.Actor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template may know about the request it answers, and nothing more: who asks, from
 * where, what is wrong with the form just sent, and what to say once.
 *
 * @param path the address without the query, to mark where we are
 * @param fragment htmx asks, so the frame is left out
 * @param message a sentence to say once, after something was done
 * @param given the fields of a form that was sent and is shown again
 * @param stopped what is stopped as a whole, in words for who asks
 * @param csrf absent only where no security stands in front of us, in tests
 */
public record Page(
        Actor actor,
        String path,
        boolean fragment,
        @Nullable String message,
        FieldErrors errors,
        Map<String, List<String>> given,
        List<Banner> stopped,
        @Nullable CsrfToken csrf,
        Assets assets) {

    /** What stands in a field: what the person typed, if the form comes back, else what we know. */
    public String value(String field, @Nullable String known) {
        var typed = given.get(field);
        if (typed != null) {
            return typed.isEmpty() ? "" : typed.getFirst();
        }
        return known == null || !given.isEmpty() ? "" : known;
    }

    /** Whether a choice is taken; nothing is ever chosen for a person. */
    public boolean chosen(String field, String choice, @Nullable String known) {
        return given.isEmpty()
                ? choice.equals(known)
                : given.getOrDefault(field, List.of()).contains(choice);
    }

    /** The title of the browser's tab; it starts with the bad news. */
    public String titled(String title) {
        return errors.isEmpty() ? title : "Error: " + title;
    }

    public boolean signedIn() {
        return actor.kind() == Actor.Kind.PATIENT || actor.kind().staff();
    }

    /** Whether the address is this one or one below it. */
    public boolean under(String address) {
        return path.equals(address) || path.startsWith(address + "/");
    }
}
