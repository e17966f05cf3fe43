package health.stillwater.rulebook;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The product's own gate: the lookup of the physician, the whole evaluation, every verdict. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls what stands under @Setup first
public class GateBenchmark {

    @Param({"2", "51"})
    int states;

    @Param({"100", "50000"})
    int licenses;

    @Param({"false", "true"})
    boolean spoiled;

    private World world;
    private Pack all;
    private Pack twelve;
    private int next;

    /** Makes the world. */
    @Setup
    public void world() {
        world = new World(states, licenses, spoiled, 1);
        all = world.pack(false);
        twelve = world.pack(true);
    }

    private Facts facts() {
        next = (next + 1) & (World.REQUESTS - 1);
        return world.requests.get(next).facts(world.physicians);
    }

    /** All 44 rows with their verdicts. */
    @Benchmark
    public List<Verdict> fortyFourRows() {
        return all.ask(Moment.SIGNING, world.at, facts());
    }

    /** The twelve rows that depend on the state. */
    @Benchmark
    public List<Verdict> twelveRows() {
        return twelve.ask(Moment.SIGNING, world.at, facts());
    }

    /** What the lookup of the physician and the putting together of facts cost by themselves. */
    @Benchmark
    public Facts factsOnly() {
        return facts();
    }
}
