package health.stillwater.rulebook;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures; the first argument says which benchmarks. */
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include(arguments.length == 0 ? ".*" : arguments[0])
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(2))
                        .forks(3)
                        .addProfiler(GCProfiler.class)
                        .build();
        new Runner(options).run();
    }
}
