package health.stillwater.portals.pharmacy;

import health.stillwater.pharmacy.RefusalReason;
import health.stillwater.portals.shell.FieldErrors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Why an order is not filled, as it was typed. */
record RefusalForm(String reason, String note) {

    private static final int LONGEST = 2000;

    /** The reason; empty while none of the list was chosen. */
    Optional<RefusalReason> coded() {
        return Arrays.stream(RefusalReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
    }

    FieldErrors errors() {
        var wrong = new LinkedHashMap<String, String>();
        if (coded().isEmpty()) {
            wrong.put("reason", "Choose a reason.");
        }
        if (note.isBlank() && coded().filter(RefusalReason.OTHER::equals).isPresent()) {
            wrong.put("note", "Say in a sentence why you refuse the order.");
        } else if (note.length() > LONGEST) {
            wrong.put("note", "Use at most " + LONGEST + " characters.");
        }
        return new FieldErrors(wrong);
    }
}
