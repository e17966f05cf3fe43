package health.stillwater.sandbox;

import static health.stillwater.sandbox.Desk.text;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What the sandbox lays on the desk: the patients' phones, the pharmacies' inboxes, and what is to
 * fail next.
 */
final class SandboxDesk {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Sandbox sandbox;
    private final Map<String, Runnable> troubles = new LinkedHashMap<>();

    SandboxDesk(Sandbox sandbox) {
        this.sandbox = sandbox;
        stripe(sandbox.stripe());
        twilio(sandbox.twilio());
        pharmacy(sandbox.pharmacy());
        board(sandbox.board());
        identity(sandbox.identity());
        epcs(sandbox.epcs());
    }

    void layOut(Desk desk) {
        Consumer<Map<String, String>> fails =
                form -> troubles.getOrDefault(form.getOrDefault("what", ""), () -> {}).run();
        desk.shows("Texts", this::texts)
                .does("reply", this::reply)
                .shows("Pharmacy inboxes", this::inboxes)
                .shows("Filed with the prescribing vendor", this::filings)
                .shows("What fails next", this::levers)
                .does("trouble", fails)
                .shows("Boards", this::boards)
                .does("board", this::tells);
    }

    private void stripe(FakeStripe stripe) {
        troubles.put("Stripe: declines the next charge", stripe::declinesTheNextCharge);
        troubles.put("Stripe: answers 429 next", () -> stripe.answersNext(429));
        troubles.put("Stripe: answers 500 next", () -> stripe.answersNext(500));
        troubles.put("Stripe: does not answer next", stripe::timesOutNext);
        troubles.put("Stripe: charges, then breaks the reply", stripe::chargesThenBreaksTheReply);
        troubles.put("Stripe: repeats webhooks", stripe::repeatsWebhooks);
        troubles.put("Stripe: mixes webhooks up", stripe::reordersWebhooks);
        troubles.put("Stripe: loses webhooks", stripe::losesWebhooks);
        troubles.put("Stripe: changes a byte of the next webhook", stripe::corruptsTheNextWebhook);
        troubles.put("Stripe: behaves again", stripe::behaves);
    }

    private void twilio(FakeTwilio twilio) {
        troubles.put("Twilio: answers 429 next", () -> twilio.answersTheNextTextWith(429));
        troubles.put("Twilio: answers 500 next", () -> twilio.answersTheNextTextWith(500));
        troubles.put("Twilio: does not answer next", () -> twilio.neverAnswersTheNextText(LONG));
        troubles.put(
                "Twilio: sends, then breaks the reply", twilio::takesTheNextTextAndBreaksTheReply);
        troubles.put(
                "Twilio: loses the next delivery report",
                twilio.reports()::losesTheNextDeliveryReport);
        troubles.put("Twilio: repeats the next reports", twilio.reports()::repeatsTheNextReports);
        troubles.put("Twilio: mixes the next reports up", twilio.reports()::mixesUpTheNextReports);
        troubles.put(
                "Twilio: the next phone is off",
                () -> twilio.reports().cannotDeliverTheNextText(30003));
    }

    private void pharmacy(FakePharmacy pharmacy) {
        troubles.put("Pharmacies: are down", pharmacy::isDown);
        troubles.put("Pharmacies: are up again", pharmacy::isUp);
        troubles.put(
                "Pharmacies: do not answer next", () -> pharmacy.neverAnswersTheNextOrder(LONG));
        troubles.put(
                "Pharmacies: take the order, then break the reply",
                pharmacy::takesTheNextOrderAndBreaksTheReply);
    }

    private void board(FakeBoard board) {
        troubles.put("Boards: are down", board::isDown);
        troubles.put("Boards: are up again", board::isUp);
        troubles.put("Boards: do not answer next", () -> board.isSlow(LONG));
    }

    private void identity(FakeIdentity identity) {
        troubles.put("Identity: is down", identity::isDown);
        troubles.put("Identity: is up again", identity::isUp);
        troubles.put("Identity: loses the next notice", identity::losesTheNextNotice);
    }

    private void epcs(FakeEpcs vendor) {
        troubles.put("Prescribing vendor: is down", vendor::isDown);
        troubles.put("Prescribing vendor: is up again", vendor::isUp);
        troubles.put("Prescribing vendor: turns the next away", vendor::turnsTheNextAway);
        troubles.put(
                "Prescribing vendor: takes the next, then breaks the reply",
                vendor::takesTheNextAndBreaksTheReply);
    }

    private void reply(Map<String, String> form) {
        sandbox.twilio().receives(form.getOrDefault("from", ""), form.getOrDefault("body", ""));
    }

    private String texts() {
        var rows =
                sandbox.twilio().texts().reversed().stream()
                        .limit(60)
                        .map(SandboxDesk::row)
                        .collect(Collectors.joining());
        var phones =
                sandbox.twilio().texts().stream()
                        .map(sent -> sent.inbound() ? sent.from() : sent.to())
                        .distinct()
                        .map(phone -> "<option>" + text(phone) + "</option>")
                        .collect(Collectors.joining());
        if (rows.isEmpty()) {
            return "<p>No text was sent yet.</p>";
        }
        return """
                <form method="post" action="/desk/reply">
                <label>From <select name="from">%s</select></label>
                <label>Text <input name="body" size="40" required autocomplete="off"></label>
                <button>Reply</button>
                </form>
                <table><thead><tr><th>When</th><th>From</th><th>To</th><th>Text</th><th>State</th></tr></thead><tbody>%s</tbody></table>
                """
                .formatted(phones, rows);
    }

    private static String row(TwilioText sent) {
        var state =
                sent.errorCode() == null ? sent.status() : sent.status() + " " + sent.errorCode();
        return "<tr data-sid=\"%s\"><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        text(sent.sid()),
                        text(sent.createdAt()),
                        text(sent.from()),
                        text(sent.to()),
                        text(sent.body()),
                        text(state));
    }

    private String inboxes() {
        var rows =
                sandbox.pharmacy().received().reversed().stream()
                        .map(
                                sent ->
                                        "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td></tr>"
                                                .formatted(
                                                        text(sent.at()),
                                                        text(sent.pharmacy()),
                                                        text(sent.type()),
                                                        text(sent.id()),
                                                        sent.times()))
                        .collect(Collectors.joining());
        return rows.isEmpty()
                ? "<p>No pharmacy has received a message yet.</p>"
                : "<table><thead><tr><th>When</th><th>Pharmacy</th><th>About</th><th>Message</th><th>Times told</th></tr></thead><tbody>"
                        + rows
                        + "</tbody></table>";
    }

    private String filings() {
        var rows =
                sandbox.epcs().taken().reversed().stream()
                        .map(
                                one ->
                                        "<tr><td>%s</td><td>%s</td><td>%d</td></tr>"
                                                .formatted(
                                                        text(one.at()),
                                                        text(one.id()),
                                                        one.times()))
                        .collect(Collectors.joining());
        return rows.isEmpty()
                ? "<p>No prescription was filed yet.</p>"
                : "<table><thead><tr><th>When</th><th>Decision</th><th>Times told</th></tr></thead><tbody>"
                        + rows
                        + "</tbody></table>";
    }

    private void tells(Map<String, String> form) {
        sandbox.board().tells(form.getOrDefault("which", ""), form.getOrDefault("status", ""));
    }

    private String boards() {
        var options =
                sandbox.board().register().entrySet().stream()
                        .map(
                                each ->
                                        "<option value=\"%s\">%s: %s</option>"
                                                .formatted(
                                                        text(each.getKey()),
                                                        text(each.getKey()),
                                                        text(each.getValue().status())))
                        .collect(Collectors.joining());
        return """
                <form method="post" action="/desk/board">
                <label>Of <select name="which">%s</select></label>
                <label>the board says <select name="status"><option>suspended</option><option>revoked</option><option>surrendered</option><option>expired</option><option>active</option></select></label>
                <button>Let it say so</button>
                </form>
                """
                .formatted(options);
    }

    private String levers() {
        return troubles.keySet().stream()
                .map(
                        what ->
                                "<form method=\"post\" action=\"/desk/trouble\"><button name=\"what\" value=\"%s\">%s</button></form>"
                                        .formatted(text(what), text(what)))
                .collect(Collectors.joining(" "));
    }
}
