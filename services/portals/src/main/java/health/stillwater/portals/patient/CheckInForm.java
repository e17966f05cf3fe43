package health.stillwater.portals.patient;

import health.stillwater.checkins.OpenCheckIn;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check-in, answered on the website.
 *
 * @param form names this one showing of the form, so that sending it twice answers once
 * @param score 0 to 10; null when nothing was chosen
 */
public record CheckInForm(
        @Nullable String form,
        @Nullable String checkIn,
        @Nullable String score,
        @Nullable String words) {

    private static final int LONGEST = 1000;

    static CheckInForm of(OpenCheckIn open) {
        return new CheckInForm(UUID.randomUUID().toString(), open.id().toString(), null, null);
    }

    FieldErrors wrong() {
        if (score == null || !score.matches("[0-9]|10")) {
            return FieldErrors.of("score", "Choose one number from 0 to 10.");
        }
        return said().length() > LONGEST
                ? FieldErrors.of("words", "Keep your words under " + LONGEST + " characters.")
                : FieldErrors.none();
    }

    UUID key() {
        return id(form);
    }

    UUID asked() {
        return id(checkIn);
    }

    /** Only once nothing is wrong. */
    int number() {
        return Integer.parseInt(Objects.requireNonNull(score));
    }

    String said() {
        return Objects.requireNonNullElse(words, "").strip();
    }

    private static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(text, ""));
        } catch (IllegalArgumentException noId) {
            throw new Refusal.Missing("This check-in");
        }
    }
}
