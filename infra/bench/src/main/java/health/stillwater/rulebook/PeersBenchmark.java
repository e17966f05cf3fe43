package health.stillwater.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The twelve rows that depend on the state, for 51 states and 50,000 licenses: the gate beside two
 * rule engines that hold the same rules. All must stop the same requests by the same rows before
 * anything is timed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls what stands under @Setup first
public class PeersBenchmark {

    private final List<Flat> flat = new ArrayList<>();
    private final List<Map<String, Object>> variables = new ArrayList<>();
    private World world;
    private Pack twelve;
    private DroolsPeer drools;
    private DmnPeer dmn;
    private int next;

    /** Makes the world, and asks everybody everything once. */
    @Setup
    public void world() {
        for (var seed = 1; seed <= 3; seed++) {
            agree(new World(51, 50_000, true, seed));
        }
    }

    private void agree(World made) {
        world = made;
        twelve = world.pack(true);
        drools = new DroolsPeer(world);
        dmn = new DmnPeer(world);
        flat.clear();
        variables.clear();
        for (var request : world.requests) {
            var facts = request.facts(world.physicians);
            var values = new Ask(facts, world.at, twelve.configuration()).values();
            variables.add(values);
            flat.add(Flat.of(values));
            var stops = new TreeSet<String>();
            twelve.ask(Moment.SIGNING, world.at, facts).stream()
                    .filter(verdict -> !verdict.passes())
                    .forEach(verdict -> stops.add(verdict.row()));
            require(stops, new TreeSet<>(drools.ask(flat.getLast())), "Drools", values);
            require(stops, new TreeSet<>(dmn.ask(values)), "DMN", values);
        }
    }

    private static void require(
            TreeSet<String> ours, TreeSet<String> theirs, String who, Map<String, Object> request) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException(
                    who + " stops " + theirs + ", the gate " + ours + ": " + request);
        }
    }

    private int next() {
        next = (next + 1) & (World.REQUESTS - 1);
        return next;
    }

    /** Ours, with the lookup of the physician. */
    @Benchmark
    public List<Verdict> gate() {
        var facts = world.requests.get(next()).facts(world.physicians);
        return twelve.ask(Moment.SIGNING, world.at, facts);
    }

    /** Drools. */
    @Benchmark
    public List<String> drools() {
        return drools.ask(flat.get(next()));
    }

    /** Camunda DMN. */
    @Benchmark
    public List<String> dmn() {
        return dmn.ask(variables.get(next()));
    }
}
