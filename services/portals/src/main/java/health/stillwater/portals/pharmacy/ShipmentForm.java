package health.stillwater.portals.pharmacy;

import health.stillwater.portals.shell.FieldErrors;
import java.util.LinkedHashMap;

/** How a package travels, as it was typed. */
record ShipmentForm(String carrier, String tracking) {

    private static final int LONGEST = 100;

    FieldErrors errors() {
        var wrong = new LinkedHashMap<String, String>();
        check(wrong, "carrier", carrier, "Name the carrier.");
        check(wrong, "tracking", tracking, "Give the tracking number.");
        return new FieldErrors(wrong);
    }

    private static void check(
            LinkedHashMap<String, String> wrong, String field, String typed, String missing) {
        if (typed.isBlank()) {
            wrong.put(field, missing);
        } else if (typed.length() > LONGEST) {
            wrong.put(field, "Use at most " + LONGEST + " characters.");
        }
    }
}
