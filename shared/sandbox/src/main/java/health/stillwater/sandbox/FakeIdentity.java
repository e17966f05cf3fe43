package health.stillwater.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A vendor that proves identities and checks addresses. People choose the result themselves on its
 * page, are sent back, and the result is told by a signed Standard Webhook, again and again until
 * somebody takes it.
 */
public final class FakeIdentity extends FakeServer {

    /** One notice as it was sent, headers and all. */
    public record Notice(String id, Map<String, String> headers, String body) {}

    private record State(Map<String, IdentitySession> sessions) {}

    private static final Pattern PO_BOX =
            Pattern.compile("p\\.?\\s*o\\.?\\s*box", Pattern.CASE_INSENSITIVE);

    private final Clock clock;
    private final IdentityPostman postman;
    private final Memory memory;
    private final Map<String, IdentitySession> sessions;
    private final Deque<IdentityResult> planned = new ArrayDeque<>();
    private final List<Notice> notices = new ArrayList<>();
    private volatile @Nullable IdentityResult everyone;
    private volatile boolean down;
    private volatile boolean knowsAddresses = true;
    private volatile boolean losesNext;

    /**
     * On its own clock, over HTTP, forgetting in the end.
     *
     * @param port 0 for any free port
     * @param webhook where results are told
     * @param secret {@code whsec_…}, shared with whoever is told
     */
    public FakeIdentity(int port, URI webhook, String secret) {
        this(port, webhook, secret, Clock.systemUTC(), Courier.http(), Duration.ofSeconds(1), null);
    }

    /**
     * @param pace the wait before a notice that nobody took is sent again; doubled each time
     * @param file where sessions are kept between runs; null for nowhere
     */
    public FakeIdentity(
            int port,
            URI webhook,
            String secret,
            Clock clock,
            Courier courier,
            Duration pace,
            @Nullable Path file) {
        super(port);
        this.clock = clock;
        // whoever verifies a notice compares its time with the machine's, also while a test's or a
        // demonstration's stands apart
        this.postman = new IdentityPostman(webhook, secret, Clock.systemUTC(), courier, pace);
        this.memory = new Memory(file);
        this.sessions =
                memory.recall(State.class, () -> new State(new LinkedHashMap<>())).sessions();
        opens();
    }

    /**
     * From now on every session is verified as soon as it is opened, nobody need look at the page.
     */
    public void verifiesEveryone() {
        everyone = IdentityResult.VERIFIED;
    }

    /** From now on people choose on the page again. */
    public void letsPeopleChoose() {
        everyone = null;
    }

    /** The next session is over as soon as it is opened, with this result. */
    public synchronized void failsNext(IdentityResult result) {
        planned.add(result);
    }

    /** Answers nothing but 503 until it {@link #isUp()} again. */
    public void isDown() {
        down = true;
    }

    public void isUp() {
        down = false;
    }

    /** Does what the next question asks, then breaks the reply. */
    public void breaksTheNextReply() {
        awaits(new Trouble.BreaksTheReply());
    }

    public void losesTheNextNotice() {
        losesNext = true;
    }

    /** Whether it recognizes addresses at all. */
    public void knowsAddresses(boolean knows) {
        knowsAddresses = knows;
    }

    /** Somebody finishes the session opened for a reference, as if on the page. */
    public void finishes(String reference, IdentityResult result) {
        var session = find(known -> known.reference().equals(reference)).orElseThrow();
        finish(session, result);
    }

    /** The references of all sessions, oldest first. */
    public synchronized List<String> references() {
        return sessions.values().stream().map(IdentitySession::reference).toList();
    }

    /** Every notice ever sent or lost, oldest first. */
    public synchronized List<Notice> notices() {
        return List.copyOf(notices);
    }

    @Override
    boolean canFail(Asked asked) {
        return asked.path().startsWith("/v1/");
    }

    @Override
    Answer answer(Asked asked) {
        if (down) {
            return Answer.json(503, "{\"error\":\"maintenance\"}");
        }
        var path = asked.path();
        var asksToWrite = asked.method().equals("POST");
        if (path.equals("/v1/sessions")) {
            return asksToWrite
                    ? open(asked)
                    : told(find(of(asked.query().getOrDefault("reference", ""))));
        }
        if (path.startsWith("/v1/sessions/")) {
            return told(byId(path.substring("/v1/sessions/".length())));
        }
        if (path.equals("/v1/addresses/check") && asksToWrite) {
            return address(Memory.JSON.readTree(asked.body()).path("line1").asString(""));
        }
        if (path.startsWith("/verify/")) {
            var session = byId(path.substring("/verify/".length()));
            return session.map(known -> asksToWrite ? chosen(known, asked.form()) : page(known))
                    .orElseGet(() -> Answer.page(404, IdentityPage.missing()));
        }
        return Answer.json(404, "{\"error\":\"no such page\"}");
    }

    private Answer open(Asked asked) {
        var body = Memory.JSON.readTree(asked.body());
        var reference = body.path("reference").asString("");
        var returnUrl = body.path("return_url").asString("");
        if (reference.isEmpty() || returnUrl.isEmpty()) {
            return Answer.json(400, "{\"error\":\"reference and return_url are needed\"}");
        }
        var known = find(of(reference));
        return told(known.or(() -> Optional.of(opened(reference, returnUrl))));
    }

    private IdentitySession opened(String reference, String returnUrl) {
        var id = "ids_" + UUID.randomUUID().toString().replace("-", "");
        var session =
                new IdentitySession(id, reference, returnUrl, null, clock.instant().toString());
        keep(session);
        var result = Optional.ofNullable(nextPlanned()).or(() -> Optional.ofNullable(everyone));
        result.ifPresent(found -> finish(session, found));
        return session;
    }

    private synchronized @Nullable IdentityResult nextPlanned() {
        return planned.poll();
    }

    private Answer told(Optional<IdentitySession> session) {
        return session.map(
                        known ->
                                Answer.json(
                                        200,
                                        Memory.JSON.writeValueAsString(known.told(pageOf(known)))))
                .orElseGet(() -> Answer.json(404, "{\"error\":\"no such session\"}"));
    }

    private Answer address(String line1) {
        var lower = line1.toLowerCase(Locale.ROOT);
        var kind = PO_BOX.matcher(line1).find() ? "po_box" : "street";
        var status = !knowsAddresses ? "unknown" : lower.contains("nowhere") ? "invalid" : "valid";
        return Answer.json(
                200, Memory.JSON.writeValueAsString(Map.of("status", status, "kind", kind)));
    }

    private Answer page(IdentitySession session) {
        return session.result() == null
                ? Answer.page(200, IdentityPage.choose())
                : Answer.seeOther(URI.create(session.returnUrl()));
    }

    private Answer chosen(IdentitySession session, Map<String, String> form) {
        var wanted = form.getOrDefault("result", "");
        for (var result : IdentityResult.values()) {
            if (result.name().equals(wanted)) {
                finish(session, result);
                return Answer.seeOther(URI.create(session.returnUrl()));
            }
        }
        return page(session);
    }

    private void finish(IdentitySession session, IdentityResult result) {
        var finished = session.finished(result);
        synchronized (this) {
            var known = sessions.get(session.id());
            if (known == null || known.result() != null) {
                return; // a second press of the button changes nothing
            }
            keep(finished);
        }
        var notice = notice(finished, result);
        if (losesNext) {
            losesNext = false;
            return;
        }
        postman.sends(notice);
    }

    private synchronized Notice notice(IdentitySession session, IdentityResult result) {
        var body =
                Memory.JSON.writeValueAsString(
                        Map.of(
                                "type", "session.finished",
                                "session", session.id(),
                                "status", session.status(),
                                "checks", IdentitySession.checks(result)));
        var notice = postman.signed("msg_" + session.id(), body);
        notices.add(notice);
        return notice;
    }

    private String pageOf(IdentitySession session) {
        return address() + "/verify/" + session.id();
    }

    private static Predicate<IdentitySession> of(String reference) {
        return session -> session.reference().equals(reference);
    }

    private synchronized Optional<IdentitySession> byId(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    private synchronized Optional<IdentitySession> find(Predicate<IdentitySession> wanted) {
        return sessions.values().stream().filter(wanted).findFirst();
    }

    private synchronized void keep(IdentitySession session) {
        sessions.put(session.id(), session);
        memory.remember(new State(sessions));
    }

    @Override
    public void close() {
        postman.close();
        super.close();
    }
}
