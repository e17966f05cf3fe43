package health.stillwater.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's messages, pretended: takes texts from the real SDK, reports on them, delivers replies,
 * and remembers who wants no more texts. Everything it sends back is signed as Twilio signs.
 */
public final class FakeTwilio extends FakeServer {

    private static final Set<String> STOP_WORDS =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START_WORDS = Set.of("START", "UNSTOP", "YES");

    private record State(List<TwilioText> texts, Set<String> optedOut) {}

    private final TwilioAccount account;
    private final Clock clock;
    private final Memory memory;
    private final Courier courier;
    private final TwilioAnswers answers;
    private final TwilioReports reports;
    private final State state;
    private final AtomicInteger creates = new AtomicInteger();

    /**
     * On any free port, forgetting in the end; reports are brought when {@link #reports()} is told
     * to.
     */
    public FakeTwilio(TwilioAccount account, Clock clock, Courier courier) {
        this(0, account, clock, courier, Duration.ZERO, null);
    }

    /**
     * @param pace how long between two reports on one text; zero: only when told
     * @param file where texts are kept between runs; null for nowhere
     */
    public FakeTwilio(
            int port,
            TwilioAccount account,
            Clock clock,
            Courier courier,
            Duration pace,
            @Nullable Path file) {
        super(port);
        this.account = account;
        this.clock = clock;
        this.courier = courier;
        this.answers = new TwilioAnswers(account);
        this.memory = new Memory(file);
        this.state =
                memory.recall(State.class, () -> new State(new ArrayList<>(), new HashSet<>()));
        this.reports = new TwilioReports(this, pace);
        opens();
    }

    public TwilioAccount account() {
        return account;
    }

    /** The delivery reports: bring them, lose them, mix them up. */
    public TwilioReports reports() {
        return reports;
    }

    /** Every text, both ways, oldest first. */
    public List<TwilioText> texts() {
        synchronized (state) {
            return List.copyOf(state.texts());
        }
    }

    /** What was sent to one phone, oldest first. */
    public List<TwilioText> sentTo(String phone) {
        return texts().stream().filter(text -> !text.inbound() && text.to().equals(phone)).toList();
    }

    /** How often it was asked to send a text, whatever it answered. */
    public int timesAskedToSend() {
        return creates.get();
    }

    /** The next text is refused with this HTTP status: 429, 500, 503. */
    public void answersTheNextTextWith(int status) {
        var code = status == 429 ? 20429 : 20500;
        awaits(new Trouble.Says(TwilioAnswers.error(status, code, "Told to fail")));
    }

    /** The next text is refused with one of Twilio's own error codes. */
    public void refusesTheNextText(int code) {
        awaits(new Trouble.Says(TwilioAnswers.error(400, code, "Told to refuse")));
    }

    /** The next text is taken and sent, and the sender never learns of it. */
    public void takesTheNextTextAndBreaksTheReply() {
        awaits(new Trouble.BreaksTheReply());
    }

    /** The next text is not taken, and the sender waits in vain. */
    public void neverAnswersTheNextText(Duration time) {
        awaits(new Trouble.NeverAnswers(time));
    }

    /**
     * A patient writes. Delivered to the application, signed; the status of its answer comes back.
     */
    public int receives(String fromPhone, String body) {
        return receives(fromPhone, body, TwilioText.newSid(), String.valueOf(account.inbound()));
    }

    /** The same text, told once more or signed for another address. */
    public int receives(String fromPhone, String body, String sid, String signedFor) {
        var text =
                new TwilioText(
                        sid,
                        true,
                        fromPhone,
                        account.number(),
                        body,
                        "received",
                        null,
                        clock.instant().toString(),
                        null);
        remembers(text);
        var form = new LinkedHashMap<String, String>();
        form.put("MessageSid", sid);
        form.put("SmsSid", sid);
        form.put("AccountSid", account.sid());
        form.put("MessagingServiceSid", account.messagingServiceSid());
        form.put("From", fromPhone);
        form.put("To", account.number());
        form.put("Body", body);
        form.put("NumMedia", "0");
        var optOut = optOutType(fromPhone, body);
        if (optOut != null) {
            form.put("OptOutType", optOut);
        }
        return account.inbound() == null
                ? Courier.NOBODY_THERE
                : carries(account.inbound(), form, signedFor);
    }

    private @Nullable String optOutType(String phone, String body) {
        var word = body.strip().toUpperCase(Locale.ROOT);
        synchronized (state) {
            if (STOP_WORDS.contains(word)) {
                state.optedOut().add(phone);
                return "STOP";
            }
            if (START_WORDS.contains(word)) {
                state.optedOut().remove(phone);
                return "START";
            }
            return word.equals("HELP") || word.equals("INFO") ? "HELP" : null;
        }
    }

    /** Brings a form to the application, signed for the address given. */
    int carries(URI to, Map<String, String> form, String signedFor) {
        var headers =
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Twilio-Signature",
                        TwilioSignature.of(account.authToken(), signedFor, form));
        var body =
                form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return courier.deliver(to, headers, body);
    }

    @Override
    boolean canFail(Asked asked) {
        return asked.method().equals("POST");
    }

    @Override
    Answer answer(Asked asked) {
        var base = "/2010-04-01/Accounts/" + account.sid() + "/Messages";
        if (!allowed(asked)) {
            return TwilioAnswers.error(401, 20003, "Authenticate");
        }
        if (asked.path().equals(base + ".json")) {
            return asked.method().equals("POST") ? create(asked.form()) : list(asked.query());
        }
        var sid =
                asked.path().startsWith(base + "/")
                        ? asked.path().substring(base.length() + 1)
                        : "";
        return texts().stream()
                .filter(text -> (text.sid() + ".json").equals(sid))
                .findFirst()
                .map(text -> answers.text(200, text))
                .orElseGet(
                        () ->
                                TwilioAnswers.error(
                                        404, 20404, "The requested resource was not found"));
    }

    @Override
    void heard(Asked asked) {
        if (asked.method().equals("POST")) {
            creates.incrementAndGet();
        }
    }

    private boolean allowed(Asked asked) {
        var pair = account.sid() + ":" + account.authToken();
        var expected =
                "Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return expected.equals(asked.headers().get("authorization"));
    }

    private Answer create(Map<String, String> form) {
        var to = form.getOrDefault("To", "");
        if (!to.matches("\\+1\\d{10}")) {
            return TwilioAnswers.error(400, 21211, "Invalid 'To' Phone Number");
        }
        synchronized (state) {
            if (state.optedOut().contains(to)) {
                return TwilioAnswers.error(400, 21610, "Attempt to send to unsubscribed recipient");
            }
        }
        var text =
                new TwilioText(
                        TwilioText.newSid(),
                        false,
                        account.number(),
                        to,
                        form.getOrDefault("Body", ""),
                        "queued",
                        null,
                        clock.instant().toString(),
                        form.get("StatusCallback"));
        remembers(text);
        reports.begin(text);
        return answers.text(201, text);
    }

    private Answer list(Map<String, String> query) {
        var to = query.get("To");
        var day = query.get("DateSent");
        return answers.page(
                texts().reversed().stream()
                        .filter(text -> to == null || to.equals(text.to()))
                        .filter(text -> day == null || text.createdAt().startsWith(day))
                        .toList());
    }

    /** Keeps a new text, or what became of an old one. */
    void remembers(TwilioText text) {
        synchronized (state) {
            var place = state.texts().stream().map(TwilioText::sid).toList().indexOf(text.sid());
            if (place < 0) {
                state.texts().add(text);
            } else {
                state.texts().set(place, text);
            }
            memory.remember(state);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        reports.close();
        super.close();
    }
}
