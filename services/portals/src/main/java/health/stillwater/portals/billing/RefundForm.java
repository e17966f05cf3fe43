package health.stillwater.portals.billing;

import health.stillwater.billing.InvoiceView;
import health.stillwater.billing.RefundReason;
import health.stillwater.kernel.Money;
import health.stillwater.portals.shell.FieldErrors;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is to be given back and why, as it was typed. */
record RefundForm(String amount, String reason) {

    /** Dollars and cents, with or without a dollar sign and commas between thousands. */
    private static final Pattern DOLLARS =
            Pattern.compile("\\$?\\s*(\\d{1,7}|\\d{1,3}(,\\d{3}){1,2})(\\.\\d{1,2})?");

    /** The amount; empty while it cannot be read as one. */
    Optional<Money> money() {
        var typed = amount.strip();
        return DOLLARS.matcher(typed).matches()
                ? Optional.of(
                        new Money(
                                new BigDecimal(typed.replaceAll("[$,\\s]", ""))
                                        .movePointRight(2)
                                        .longValueExact()))
                : Optional.empty();
    }

    /** The reason; empty while none of the list was chosen. */
    Optional<RefundReason> coded() {
        return Arrays.stream(RefundReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
    }

    FieldErrors errors(InvoiceView invoice) {
        var wrong = new LinkedHashMap<String, String>();
        var money = money();
        if (money.isEmpty()) {
            wrong.put("amount", "Enter an amount in dollars and cents, for example 25.00.");
        } else if (money.get().cents() == 0) {
            wrong.put("amount", "Enter an amount above zero.");
        } else if (money.get().compareTo(invoice.refundable()) > 0) {
            wrong.put(
                    "amount",
                    "No more than " + invoice.refundable() + " of this invoice can be refunded.");
        }
        if (coded().isEmpty()) {
            wrong.put("reason", "Choose a reason.");
        }
        return new FieldErrors(wrong);
    }
}
