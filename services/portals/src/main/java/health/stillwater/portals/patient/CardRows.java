package health.stillwater.portals.patient;

import health.stillwater.billing.CardView;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The card on file, as rows of names and values. */
public final class CardRows {

    private CardRows() {}

    public static Map<String, String> of(CardView card) {
        var rows = new LinkedHashMap<String, String>();
        rows.put(
                "Card",
                brand(Objects.requireNonNullElse(card.brand(), "Card"))
                        + " ending in "
                        + card.last4());
        rows.put("Expires", Objects.requireNonNullElse(card.expires(), "Not known"));
        return rows;
    }

    private static String brand(String name) {
        return name.isEmpty()
                ? "Card"
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
