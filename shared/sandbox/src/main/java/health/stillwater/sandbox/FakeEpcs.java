package health.stillwater.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A certified vendor of electronic prescribing of controlled substances. Takes a prescription once
 * ({@code PUT /prescriptions/{id}}), says later whether it has one ({@code GET}), and believes only
 * who knows its key. What it does with pharmacies is its own affair.
 */
public final class FakeEpcs extends FakeServer {

    /** What it took, and how often it was told. */
    public record Taken(String id, String body, String at, int times) {}

    private record State(Map<String, Taken> taken) {}

    private final String key;
    private final Clock clock;
    private final Memory memory;
    private final State state;
    private final Map<String, Taken> taken;
    private volatile boolean down;

    /** On any free port, forgetting in the end; for tests. */
    public FakeEpcs(String key, Clock clock) {
        this(0, key, clock, null);
    }

    /**
     * @param key what whoever files prescriptions proves itself with
     * @param file where prescriptions are kept between runs; null for nowhere
     */
    public FakeEpcs(int port, String key, Clock clock, @Nullable Path file) {
        super(port);
        this.key = key;
        this.clock = clock;
        this.memory = new Memory(file);
        this.state = memory.recall(State.class, () -> new State(new LinkedHashMap<>()));
        this.taken = state.taken();
        opens();
    }

    public synchronized List<Taken> taken() {
        return List.copyOf(taken.values());
    }

    public void isDown() {
        down = true;
    }

    public void isUp() {
        down = false;
    }

    /** The next prescription is taken, and the sender never learns of it. */
    public void takesTheNextAndBreaksTheReply() {
        awaits(new Trouble.BreaksTheReply());
    }

    /** The next prescription is not taken, and the sender learns that. */
    public void turnsTheNextAway() {
        awaits(new Trouble.Says(Answer.json(422, "{\"error\":\"told to refuse\"}")));
    }

    @Override
    boolean canFail(Asked asked) {
        return asked.method().equals("PUT");
    }

    @Override
    Answer answer(Asked asked) {
        if (down) {
            return Answer.json(503, "{\"error\":\"closed\"}");
        }
        if (!("Bearer " + key).equals(asked.headers().get("authorization"))) {
            return Answer.json(401, "{\"error\":\"who are you\"}");
        }
        var path = asked.path().split("/", -1);
        if (path.length != 3 || !path[1].equals("prescriptions")) {
            return Answer.json(404, "{\"error\":\"no such page\"}");
        }
        return asked.method().equals("PUT") ? take(path[2], asked.body()) : tell(path[2]);
    }

    private synchronized Answer take(String id, String body) {
        var before = taken.get(id);
        if (before != null && !before.body().equals(body)) {
            return Answer.json(409, "{\"error\":\"another prescription by this name\"}");
        }
        var times = before == null ? 1 : before.times() + 1;
        var at = before == null ? clock.instant().toString() : before.at();
        taken.put(id, new Taken(id, body, at, times));
        memory.remember(state);
        return tell(id);
    }

    private synchronized Answer tell(String id) {
        return taken.containsKey(id)
                ? Answer.json(200, Memory.JSON.writeValueAsString(Map.of("reference", "rx-" + id)))
                : Answer.json(404, "{\"error\":\"never heard of it\"}");
    }
}
