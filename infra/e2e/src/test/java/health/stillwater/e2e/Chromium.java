package health.stillwater.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a browser, or gets one, or says what to install. It never skips. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    private static final List<Path> BUNDLES =
            List.of(
                    Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                    Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private Chromium() {}

    /** The browser's program, or empty when Playwright shall download its own. */
    static Optional<Path> program() {
        var installed = installed();
        if (installed.isPresent() || !onDebianAsRoot()) {
            return installed;
        }
        run("apt-get", "-qq", "update");
        run("apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium");
        return Optional.of(
                installed()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Debian's chromium was installed and cannot be found. Set CHROMIUM to its path.")));
    }

    private static Optional<Path> installed() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var onPath =
                Stream.of(path.split(":"))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.of(named.stream(), onPath, BUNDLES.stream())
                .flatMap(paths -> paths)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean onDebianAsRoot() {
        return Files.exists(Path.of("/etc/debian_version"))
                && "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command).inheritIO();
            process.environment().put("DEBIAN_FRONTEND", "noninteractive");
            if (process.start().waitFor() != 0) {
                throw new IllegalStateException(
                        String.join(" ", command)
                                + " failed. Install Chromium or Chrome, or set CHROMIUM to its path.");
            }
        } catch (IOException broken) {
            throw new IllegalStateException(
                    "Install Chromium or Chrome, or set CHROMIUM to its path.", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
