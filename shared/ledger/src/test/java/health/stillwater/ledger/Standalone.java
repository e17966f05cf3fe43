package health.stillwater.ledger;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * One of our programs in a single file, compiled alone: with the JDK and nothing of ours on its
 * class path.
 */
final class Standalone {

    private static final Path INFRA = Path.of("../../infra").toAbsolutePath().normalize();

    private final Class<?> program;

    private Standalone(Class<?> program) {
        this.program = program;
    }

    static Standalone of(String source) throws IOException, ClassNotFoundException {
        var classes = Files.createTempDirectory("standalone");
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                classes.toString(),
                                "-d",
                                classes.toString(),
                                INFRA.resolve(source).toString());
        if (failed != 0) {
            throw new AssertionError(source + " does not compile alone");
        }
        var name = Path.of(source).getFileName().toString().replace(".java", "");
        var alone =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        return new Standalone(alone.loadClass(name));
    }

    Class<?> program() {
        return program;
    }

    Class<?> part(String name) throws ClassNotFoundException {
        return program.getClassLoader().loadClass(program.getName() + "$" + name);
    }

    /** Calls a static method; what the program refuses comes out as its own exception. */
    Object calls(String name, Object... arguments) throws Exception {
        return on(null, name, arguments);
    }

    Object on(Object instance, String name, Object... arguments) throws Exception {
        try {
            return method(name, arguments.length).invoke(instance, arguments);
        } catch (InvocationTargetException refused) {
            throw refused.getCause() instanceof Exception cause ? cause : refused;
        }
    }

    private Method method(String name, int parameters) {
        var found =
                Stream.of(program.getDeclaredMethods())
                        .filter(it -> it.getName().equals(name))
                        .filter(it -> it.getParameterCount() == parameters)
                        .findAny()
                        .orElseThrow();
        found.setAccessible(true);
        return found;
    }
}
