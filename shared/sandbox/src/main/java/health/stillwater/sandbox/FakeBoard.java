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

    /**
     * One credential, as the board tells it.
     *
     * @param expiresOn null for what has no last day
     * @param more what else it says, by name: {@code designated}, {@code suspendedFrom}
     */
    public record Credential(
            String number,
            String status,
            boolean encumbered,
            @Nullable String expiresOn,
            List<String> schedules,
            @Nullable String type,
            @Nullable Map<String, Object> more) {

        Credential as(String newStatus, @Nullable String newEnd) {
            return new Credential(number, newStatus, encumbered, newEnd, schedules, type, more);
        }

        Credential saying(String name, @Nullable Object value) {
            var said = new TreeMap<String, Object>(more == null ? Map.of() : more);
            if (value == null) {
                said.remove(name);
            } else {
                said.put(name, value);
            }
            return new Credential(number, status, encumbered, expiresOn, schedules, type, said);
        }

        Credential disciplined() {
            return new Credential(number, status, true, expiresOn, schedules, type, more);
        }
    }

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
     * @param kind license, telehealth-registration, dea, cds, board-certification, florida-profile,
     *     signing-credential, pharmacy-license, pharmacy-registration, pharmacy-dea or
     *     organization-registration
     * @param state US for what holds in every state alike
     * @param expiresOn null for what has no last day
     * @param type of license: {@code md}, {@code do}; null where there is none
     * @param schedules of controlled substances it is for: {@code 3N}
     */
    public FakeBoard knows(
            String kind,
            String state,
            String number,
            @Nullable LocalDate expiresOn,
            @Nullable String type,
            List<String> schedules) {
        return put(
                kind,
                state,
                new Credential(
                        number,
                        "active",
                        false,
                        expiresOn == null ? null : expiresOn.toString(),
                        schedules,
                        type,
                        null));
    }

    /** Adds something to what the board says of a credential; null takes it away. */
    public FakeBoard says(
            String kind, String state, String number, String name, @Nullable Object value) {
        return put(kind, state, known(kind, state, number).saying(name, value));
    }

    /** What a physician signs with, with proofed identity and a current second factor. */
    public FakeBoard knowsSigningCredential(String number, LocalDate expiresOn) {
        return knows("signing-credential", "US", number, expiresOn, null, List.of())
                .says("signing-credential", "US", number, "identityProofed", true)
                .says("signing-credential", "US", number, "secondFactor", "current");
    }

    public FakeBoard suspends(String kind, String state, String number) {
        return changes(kind, state, number, "suspended", null);
    }

    public FakeBoard revokes(String kind, String state, String number) {
        return changes(kind, state, number, "revoked", null);
    }

    /** Still active, and to be suspended at a time that is known already. */
    public FakeBoard announcesSuspension(String kind, String state, String number, Instant from) {
        return says(kind, state, number, "suspendedFrom", from.toString());
    }

    public FakeBoard disciplines(String kind, String state, String number) {
        return put(kind, state, known(kind, state, number).disciplined());
    }

    public FakeBoard renews(String kind, String state, String number, LocalDate until) {
        return changes(kind, state, number, "active", until);
    }

    public FakeBoard reinstates(String kind, String state, String number) {
        return changes(kind, state, number, "active", null);
    }

    public FakeBoard letsExpire(String kind, String state, String number, LocalDate on) {
        return changes(kind, state, number, "expired", on);
    }

    /**
     * Changes the status of a credential by its name in the {@link #register()}; of one it does not
     * know, nothing.
     */
    public synchronized void tells(String name, String status) {
        var known = credentials.get(name);
        if (known != null) {
            credentials.put(name, known.as(status, known.expiresOn()));
            memory.remember(new State(credentials));
        }
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
        if (credential.expiresOn() != null) {
            told.put("expiresOn", credential.expiresOn());
        }
        told.put("schedules", credential.schedules());
        told.put("asOf", now.toString());
        if (credential.type() != null) {
            told.put("type", credential.type());
        }
        if (credential.more() != null) {
            told.putAll(credential.more());
        }
        return told;
    }

    private FakeBoard changes(
            String kind,
            String state,
            String number,
            String status,
            @Nullable LocalDate expiresOn) {
        var known = known(kind, state, number);
        var expires = expiresOn == null ? known.expiresOn() : expiresOn.toString();
        return put(kind, state, known.as(status, expires));
    }

    private Credential known(String kind, String state, String number) {
        var known = found(key(kind, state, number));
        if (known == null) {
            throw new IllegalArgumentException("The board knows no " + key(kind, state, number));
        }
        return known;
    }

    private synchronized FakeBoard put(String kind, String state, Credential credential) {
        credentials.put(key(kind, state, credential.number()), credential);
        memory.remember(new State(credentials));
        return this;
    }

    private static String key(String kind, String state, String number) {
        return kind + " " + state + " " + number;
    }
}
