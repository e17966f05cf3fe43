package health.stillwater.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The page on which a person types a card, in place of Stripe Checkout. Plain HTML. */
final class FakeStripePage {

    private static final String TEMPLATE = read("stripe/checkout.html");
    private static final String CLOSED = read("stripe/closed.html");

    private final FakeStripeStore store;
    private final FakeStripeCustomers customers;
    private volatile String base = "";

    FakeStripePage(FakeStripeStore store, FakeStripeCustomers customers) {
        this.store = store;
        this.customers = customers;
    }

    void isAt(String base) {
        this.base = base;
    }

    String base() {
        return base;
    }

    ResponseDefinition answer(FakeStripeCall call) {
        synchronized (store) {
            var session = store.find(call.part(2)).orElse(null);
            if (session == null || !session.path("status").asString("").equals("open")) {
                return html(410, CLOSED);
            }
            return call.writes() ? typed(session, call) : html(200, drawn(session, "", ""));
        }
    }

    private ResponseDefinition typed(ObjectNode session, FakeStripeCall call) {
        var number = digits(call.field("number").orElse(""));
        var month = number(digits(call.field("month").orElse("")));
        var year = century(number(digits(call.field("year").orElse(""))));
        var complaint = complaint(number, month, year, digits(call.field("cvc").orElse("")));
        if (complaint != null) {
            return html(422, drawn(session, complaint, number));
        }
        var saved = customers.save(session, number, month, year);
        store.save();
        if (!saved) {
            return html(402, drawn(session, "Your card was declined. Try another card.", number));
        }
        var back =
                session.path("success_url")
                        .asString("")
                        .replace("{CHECKOUT_SESSION_ID}", session.path("id").asString(""));
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(303)
                .withHeader("Location", back)
                .build();
    }

    private @Nullable String complaint(String number, int month, int year, String cvc) {
        if (!FakeStripeCustomers.known(number)) {
            return "Enter one of the test card numbers on this page. Never type a real card here.";
        }
        var today = store.now().atZone(ZoneOffset.UTC);
        var past =
                year < today.getYear() || year == today.getYear() && month < today.getMonthValue();
        if (month < 1 || month > 12 || past) {
            return "Enter an expiry date in the future, like 12 and 2030.";
        }
        return cvc.length() < 3 || cvc.length() > 4 ? "Enter a security code of 3 digits." : null;
    }

    private String drawn(ObjectNode session, String complaint, String number) {
        var alert =
                complaint.isEmpty()
                        ? ""
                        : "<div class=\"alert\" id=\"problem\" role=\"alert\" tabindex=\"-1\" autofocus><h2>There is a"
                                + " problem</h2><p><a href=\"#number\">"
                                + complaint
                                + "</a></p></div>";
        return TEMPLATE.replace("{{alert}}", alert)
                .replace("{{title}}", complaint.isEmpty() ? "Save a card" : "Error: Save a card")
                .replace("{{described}}", complaint.isEmpty() ? "cards" : "problem cards")
                .replace("{{invalid}}", String.valueOf(!complaint.isEmpty()))
                .replace("{{number}}", number)
                .replace("{{cancel}}", escaped(session.path("cancel_url").asString("#")));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
    }

    private static int century(int year) {
        return year > 0 && year < 100 ? 2000 + year : year;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private static ResponseDefinition html(int status, String body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withHeader("Cache-Control", "no-store")
                .withBody(body)
                .build();
    }

    private static String read(String resource) {
        try (var stream = FakeStripePage.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(stream, resource).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
