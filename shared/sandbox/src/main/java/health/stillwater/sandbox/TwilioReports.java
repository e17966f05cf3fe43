package health.stillwater.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the fake Twilio reports about each text: queued, sent, delivered. Reports can be lost,
 * repeated, brought in the wrong order, or tell of a phone that is off; each is told for the next
 * text and then forgotten.
 */
public final class TwilioReports {

    /** One thing to be told about one text. */
    private record Report(TwilioText text, String status, @Nullable Integer error) {}

    /** How the reports on one text differ from what is usual. */
    private enum Twist {
        LOST,
        REPEATED,
        BACKWARDS
    }

    private final FakeTwilio twilio;
    private final Duration pace;
    private final Deque<Report> waiting = new ArrayDeque<>();
    private final Deque<Twist> twists = new ArrayDeque<>();
    private final Deque<Integer> failures = new ArrayDeque<>();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("twilio-reports").factory());

    TwilioReports(FakeTwilio twilio, Duration pace) {
        this.twilio = twilio;
        this.pace = pace;
    }

    /** The next text arrives and nobody is told. */
    public synchronized void losesTheNextDeliveryReport() {
        twists.add(Twist.LOST);
    }

    /** Everything about the next text is told twice. */
    public synchronized void repeatsTheNextReports() {
        twists.add(Twist.REPEATED);
    }

    /** The reports on the next text come last first. */
    public synchronized void mixesUpTheNextReports() {
        twists.add(Twist.BACKWARDS);
    }

    /**
     * The next text does not reach its phone: 30003 is a phone switched off, 30005 a number that is
     * no more.
     */
    public synchronized void cannotDeliverTheNextText(int error) {
        failures.add(error);
    }

    synchronized void begin(TwilioText text) {
        var error = failures.poll();
        var end =
                error == null
                        ? new Report(text, "delivered", null)
                        : new Report(text, "undelivered", error);
        var reports =
                new ArrayList<>(
                        List.of(
                                new Report(text, "queued", null),
                                new Report(text, "sent", null),
                                end));
        var twist = twists.poll();
        if (twist == Twist.LOST) {
            reports.removeLast();
            twilio.remembers(text.with(end.status(), end.error()));
        } else if (twist == Twist.REPEATED) {
            reports.addAll(List.copyOf(reports));
        } else if (twist == Twist.BACKWARDS) {
            Collections.reverse(reports);
        }
        if (pace.isZero()) {
            waiting.addAll(reports);
            return;
        }
        for (var i = 0; i < reports.size(); i++) {
            var report = reports.get(i);
            var unused =
                    clockwork.schedule(
                            () -> bring(report), pace.toMillis() * (i + 1), TimeUnit.MILLISECONDS);
        }
    }

    /** Brings every report that waits, in the order they would come. */
    public void areBrought() {
        for (var next = poll(); next != null; next = poll()) {
            bring(next);
        }
    }

    private synchronized @Nullable Report poll() {
        return waiting.poll();
    }

    private int bring(Report report) {
        var text = report.text();
        if (!report.status().equals("queued")) {
            remembers(report);
        }
        if (text.statusCallback() == null) {
            return Courier.NOBODY_THERE;
        }
        var form = new LinkedHashMap<String, String>();
        form.put("MessageSid", text.sid());
        form.put("SmsSid", text.sid());
        form.put("MessageStatus", report.status());
        form.put("SmsStatus", report.status());
        form.put("AccountSid", twilio.account().sid());
        form.put("MessagingServiceSid", twilio.account().messagingServiceSid());
        form.put("From", text.from());
        form.put("To", text.to());
        form.put("ApiVersion", "2010-04-01");
        if (report.error() != null) {
            form.put("ErrorCode", report.error().toString());
        }
        return twilio.carries(URI.create(text.statusCallback()), form, text.statusCallback());
    }

    private void remembers(Report report) {
        var known =
                twilio.texts().stream()
                        .filter(text -> text.sid().equals(report.text().sid()))
                        .findFirst();
        var over = known.map(text -> text.status().endsWith("delivered")).orElse(false);
        if (!over) {
            twilio.remembers(report.text().with(report.status(), report.error()));
        }
    }

    void close() {
        clockwork.shutdownNow();
    }
}
