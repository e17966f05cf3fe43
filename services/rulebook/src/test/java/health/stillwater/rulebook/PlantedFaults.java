package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.core.io.ClassPathResource;

/**
 * Takes one check at a time out of a copy of the gate, and sees that the tests notice. No test of
 * ours: {@code mvn -q -Pfaults -pl services/rulebook -am verify} asks for it.
 */
class PlantedFaults {

    private static final Path SOURCES = Path.of("src/main/java/health/stillwater/rulebook");

    /** The tests that need no database. */
    private static final List<String> TESTS =
            List.of("RowTablesTests", "SharedCasesTests", "TimingHazardTests", "RulesChangeTests");

    @TempDir private Path folder;

    /** One check less: in this file, these words become those. */
    record Fault(String check, String file, String words, String instead) {}

    @TestFactory
    Stream<DynamicTest> everyFaultIsNoticed() throws IOException {
        var faults = faults();
        assertThat(faults).hasSize(20);
        return faults.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.check(), () -> noticed(fault)));
    }

    /** Else a fault could seem to be noticed because the tests do not run here at all. */
    @Test
    void theTestsPassAsTheCodeStands() throws Exception {
        var classes = Files.createTempDirectory(folder, "sound");
        compile(Files.readString(SOURCES.resolve("Checks.java")), "Checks.java", classes);
        assertThat(failures(classes)).isZero();
    }

    private void noticed(Fault fault) throws Exception {
        var source = Files.readString(SOURCES.resolve(fault.file()));
        assertThat(source.split(Pattern.quote(fault.words()), -1))
                .as("%s stands once in %s", fault.words(), fault.file())
                .hasSize(2);
        var classes = Files.createTempDirectory(folder, "fault");
        compile(source.replace(fault.words(), fault.instead()), fault.file(), classes);
        assertThat(failures(classes)).as("tests that fail without: %s", fault.check()).isPositive();
    }

    private static void compile(String source, String name, Path classes) throws IOException {
        var file = Files.writeString(classes.resolve(name), source);
        var written =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-nowarn",
                                "-proc:none",
                                "-parameters",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString(),
                                file.toString());
        assertThat(written).as("the fault compiles").isZero();
    }

    private static long failures(Path classes) throws Exception {
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        try (var faulty = new Faulty(classes)) {
            thread.setContextClassLoader(faulty);
            var tests = new ArrayList<Class<?>>();
            for (var test : TESTS) {
                tests.add(faulty.loadClass(PlantedFaults.class.getPackageName() + "." + test));
            }
            var listener = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(
                                            tests.stream().map(test -> selectClass(test)).toList())
                                    .build(),
                            listener);
            assertThat(listener.getSummary().getTestsFoundCount()).isGreaterThan(450);
            return listener.getSummary().getTotalFailureCount();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    /** The faulty class first, and everything of the rulebook anew. */
    private static final class Faulty extends URLClassLoader {

        Faulty(Path classes) throws IOException {
            super(urls(classes), PlantedFaults.class.getClassLoader());
        }

        private static URL[] urls(Path classes) throws IOException {
            return new URL[] {
                classes.toUri().toURL(),
                Path.of("target/test-classes").toUri().toURL(),
                Path.of("target/classes").toUri().toURL()
            };
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PlantedFaults.class.getPackageName() + ".")) {
                return super.loadClass(name, resolve);
            }
            var loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    private static List<Fault> faults() throws IOException {
        return new ClassPathResource("faults.txt", PlantedFaults.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .map(line -> Arrays.stream(line.split(" <> ", -1)).map(String::strip).toList())
                .map(cells -> new Fault(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
                .toList();
    }
}
