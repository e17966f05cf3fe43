package health.stillwater.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The boards that license physicians and pharmacies, as one register to ask: {@code GET
 * /v1/verifications?kind=license&state=FL&number=ME123456}.
 */
public final class FakeBoard extends FakeServer {

    /** One credential, as the board tells it. */
    public record Credential(
            String number,
            String status,
            boolean encumbered,
            String expiresOn,
            List<String> schedules,
            @Nullable String type) {}

    private record State(Map<String, Credential> credentials) {}

    private final Clock clock;
    private final Memory memory;
    private final Map<String, Credential> credentials;
    private volatile boolean down;

    /** A register on any free port that forgets in the end; for tests. */
    public FakeBoard(Clock clock) {
        this(0, clock, null);
    }

    /**
     * @param port 0 for any free port
     * @param file where the register is kept between runs; null for nowhere
     */
    public FakeBoard(int port, Clock clock, @Nullable Path file) {
        super(port);
        this.clock = clock;
        this.memory = new Memory(file);
        this.credentials =
                memory.recall(State.class, () -> new State(new TreeMap<>())).credentials();
        opens();
    }

    /** Registers an active credential without a type and without schedules. */
    public FakeBoard knows(String kind, String state, String number, LocalDate expiresOn) {
        return knows(kind, state, number, expiresOn, null, List.of());
    }

    /**
     * Registers an active credential.
     *
     * @param kind license, dea, cds, pharmacy-license, pharmacy-registration or pharmacy-dea
     * @param type of license: {@code md}, {@code do}; null where there is none
     * @param schedules of controlled substances it is for: {@code 3N}
     */
    public FakeBoard knows(
            String kind,
            String state,
            String number,
            LocalDate expiresOn,
            @Nullable String type,
            List<String> schedules) {
        return put(
                kind,
                state,
                new Credential(number, "active", false, expiresOn.toString(), schedules, type));
    }

    public FakeBoard suspends(String kind, String state, String number) {
        return changes(kind, state, number, "suspended", null);
    }

    public FakeBoard reinstates(String kind, String state, String number) {
        return changes(kind, state, number, "active", null);
    }

    public FakeBoard letsExpire(String kind, String state, String number, LocalDate on) {
        return changes(kind, state, number, "expired", on);
    }

    /** Whether it knows the credential at all. */
    public synchronized boolean has(String kind, String state, String number) {
        return credentials.containsKey(key(kind, state, number));
    }

    /** Everything registered, by kind, state and number. */
    public synchronized Map<String, Credential> register() {
        return new TreeMap<>(credentials);
    }

    /** Answers nothing but 503 until it {@link #isUp()} again. */
    public void isDown() {
        down = true;
    }

    public void isUp() {
        down = false;
    }

    /** Takes this long to answer the next question. */
    public void isSlow(Duration time) {
        awaits(new Trouble.IsSlow(time));
    }

    public void failsTheNextQuestion() {
        awaits(new Trouble.Says(Answer.json(500, "{\"error\":\"internal\"}")));
    }

    public void breaksTheNextReply() {
        awaits(new Trouble.BreaksTheReply());
    }

    @Override
    Answer answer(Asked asked) {
        if (down) {
            return Answer.json(503, "{\"error\":\"maintenance\"}");
        }
        if (!asked.path().equals("/v1/verifications")) {
            return Answer.json(404, "{\"error\":\"no such page\"}");
        }
        var query = asked.query();
        var key =
                key(
                        query.getOrDefault("kind", ""),
                        query.getOrDefault("state", ""),
                        query.getOrDefault("number", ""));
        var found = found(key);
        return found == null
                ? Answer.json(404, "{\"error\":\"no such credential\"}")
                : Answer.json(200, Memory.JSON.writeValueAsString(told(found, clock.instant())));
    }

    private synchronized @Nullable Credential found(String key) {
        return credentials.get(key);
    }

    private static Map<String, Object> told(Credential credential, Instant now) {
        var told = new TreeMap<String, Object>();
        told.put("number", credential.number());
        told.put("status", credential.status());
        told.put("encumbered", credential.encumbered());
        told.put("expiresOn", credential.expiresOn());
        told.put("schedules", credential.schedules());
        told.put("asOf", now.toString());
        if (credential.type() != null) {
            told.put("type", credential.type());
        }
        return told;
    }

    private FakeBoard changes(
            String kind,
            String state,
            String number,
            String status,
            @Nullable LocalDate expiresOn) {
        var known = found(key(kind, state, number));
        if (known == null) {
            throw new IllegalArgumentException("The board knows no " + key(kind, state, number));
        }
        var expires = expiresOn == null ? known.expiresOn() : expiresOn.toString();
        return put(
                kind,
                state,
                new Credential(
                        number,
                        status,
                        known.encumbered(),
                        expires,
                        known.schedules(),
                        known.type()));
    }

    private synchronized FakeBoard put(String kind, String state, Credential credential) {
        credentials.put(key(kind, state, credential.number()), credential);
        memory.remember(new State(credentials));
        return this;
    }

    /** The federal registration is the same in every state: the board asks for it without one. */
    private static String key(String kind, String state, String number) {
        return kind + " " + state + " " + number;
    }
}
