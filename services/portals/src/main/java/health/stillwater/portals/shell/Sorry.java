package health.stillwater.portals.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A page that says no, and the way on.
 *
 * @param incident names a broken request in our log; null when nothing is broken
 */
public record Sorry(String title, String sentence, @Nullable String incident) {

    static Sorry of(HttpStatus status, String sentence) {
        return new Sorry(title(status), sentence, null);
    }

    /** What we say when a request ended outside of any controller. */
    static Sorry of(HttpStatus status) {
        return of(
                status,
                switch (status) {
                    case NOT_FOUND ->
                            "There is nothing at this address. It may have moved, or it may not be yours to see.";
                    case FORBIDDEN ->
                            "Your account cannot open this page, or the page was open so long that it expired.";
                    case CONFLICT -> "Someone changed this while you had it open.";
                    default ->
                            "We could not read what was sent. Go back, check the page and send it again.";
                });
    }

    static Sorry broken(String incident) {
        return new Sorry(
                "Something broke on our side",
                "What you typed may not have been saved. Nothing was charged or signed because of this. Try again in a few"
                        + " minutes.",
                incident);
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "We cannot find that page";
            case FORBIDDEN -> "This page is not open to you";
            case CONFLICT -> "Someone was here before you";
            case UNPROCESSABLE_CONTENT -> "We cannot do that";
            default -> "We did not understand that";
        };
    }
}
