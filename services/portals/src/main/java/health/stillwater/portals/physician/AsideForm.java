package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Moments;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a physician does with a case short of deciding it, as it was typed. */
public record AsideForm(
        @Nullable String act,
        @Nullable String words,
        @Nullable String on,
        @Nullable String at,
        @Nullable String colleague) {

    /** What can be done. */
    public enum Act {
        ASK,
        DEFER,
        HAND_OVER,
        SECOND_OPINION,
        ESCALATE
    }

    FieldErrors errors(Instant now, Duration longest) {
        var wrong = new LinkedHashMap<String, String>();
        if (chosen().isEmpty()) {
            wrong.put("act", "Choose what is to be done with the case.");
        }
        if (text(words).isEmpty()) {
            wrong.put("words", "Write it in words: the question, the reason, or what to know.");
        }
        if (chosen().equals(Optional.of(Act.DEFER))
                && !until().filter(when -> fits(when, now, longest)).isPresent()) {
            wrong.put(
                    "on",
                    "Enter a day and a time from now on, at most "
                            + longest.toDays()
                            + " days away.");
        }
        if (chosen().equals(Optional.of(Act.HAND_OVER)) && to().isEmpty()) {
            wrong.put("colleague", "Choose who is to have the case.");
        }
        return new FieldErrors(wrong);
    }

    private static boolean fits(Instant when, Instant now, Duration longest) {
        return when.isAfter(now) && !when.isAfter(now.plus(longest));
    }

    Optional<Act> chosen() {
        return Arrays.stream(Act.values()).filter(each -> each.name().equals(act)).findAny();
    }

    String said() {
        return text(words);
    }

    Optional<Instant> until() {
        try {
            var day = LocalDate.parse(text(on));
            var time = text(at).isEmpty() ? LocalTime.of(8, 0) : LocalTime.parse(text(at));
            return Optional.of(day.atTime(time).atZone(Moments.HOUSE).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    Optional<PhysicianId> to() {
        try {
            return Optional.of(new PhysicianId(UUID.fromString(text(colleague))));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
