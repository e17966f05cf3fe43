package health.stillwater.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program in one source file that shares no code with ours, run as a stranger would run it. */
public final class OutsideProgram {

    private OutsideProgram() {}

    /** Runs it with these arguments on the JDK at hand, and answers all that it says. */
    public static String says(Path source, Path... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = new ArrayList<>(List.of(java.toString(), source.toString()));
        Arrays.stream(arguments).map(Path::toString).forEach(command::add);
        var run = new ProcessBuilder(command).redirectErrorStream(true);
        run.environment().remove("JAVA_TOOL_OPTIONS"); // the JDK would say that it saw them
        try {
            return new String(run.start().getInputStream().readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
