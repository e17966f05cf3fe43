package health.stillwater.audit;

import health.stillwater.kernel.DomainEvent;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Says an event's name as a person would: {@code PrescriptionApproved} becomes {@code Prescription
 * approved}.
 */
final class PlainWords {

    private static final Pattern WORD =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private PlainWords() {}

    static String of(Class<? extends DomainEvent> event) {
        var words = WORD.split(event.getSimpleName());
        var text = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            boolean initials =
                    words[i].length() > 1 && words[i].equals(words[i].toUpperCase(Locale.ROOT));
            text.append(' ').append(initials ? words[i] : words[i].toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }
}
