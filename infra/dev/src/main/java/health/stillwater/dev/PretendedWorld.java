package health.stillwater.dev;

import health.stillwater.keycloak.DemoPerson;
import health.stillwater.sandbox.Desk;
import health.stillwater.sandbox.OneTimeCode;
import health.stillwater.sandbox.Sandbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The outside world of the demonstration: each system on a port of its own, and the desk with
 * everybody's hands on it.
 */
final class PretendedWorld {

    /** How many ports it needs beside the desk's. */
    static final int FAKES = 6;

    private static final DateTimeFormatter MIAMI =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy, h:mm a", Locale.US)
                    .withZone(ZoneId.of("America/New_York"));

    private PretendedWorld() {}

    static Sandbox start(Setup setup, MovableClock clock, Running running, Progress progress) {
        var ports = setup.ports();
        var sandbox =
                running.opened(
                        Sandbox.start(
                                new Sandbox.Ports(
                                        ports.fake(1),
                                        ports.fake(2),
                                        ports.fake(3),
                                        ports.fake(4),
                                        ports.fake(5),
                                        ports.fake(6)),
                                URI.create(setup.application()),
                                clock,
                                setup.data().resolve("sandbox")));
        var desk = running.opened(new Desk(ports.desk()));
        var physicians = new Crowd(setup.patients()).physicians();
        desk.shows("One-time codes", () -> codes(physicians, Clock.systemUTC()));
        desk.shows("Time", () -> time(clock)).does("time", form -> lets(clock, form));
        sandbox.isOn(desk);
        progress.says("sandbox ready");
        return sandbox;
    }

    private static String time(MovableClock clock) {
        var ticks =
                clock.isReal()
                        ? ""
                        : " Signing wants a second factor of this very minute, and the sign-in server"
                                + " knows only the real time: until a fresh start, nothing can be signed.";
        return """
                <p>It is <strong>%s</strong> in Miami.%s</p>
                <form method="post" action="/desk/time">
                <button name="hours" value="1">An hour passes</button>
                <button name="hours" value="24">A day passes</button>
                </form>
                """
                .formatted(MIAMI.format(clock.instant()), ticks);
    }

    private static void lets(MovableClock clock, Map<String, String> form) {
        var hours = form.getOrDefault("hours", "");
        if (Set.of("1", "24").contains(hours)) {
            clock.moves(Duration.ofHours(Long.parseLong(hours)));
        }
    }

    /** What the physicians' authenticator apps show. */
    private static String codes(List<DemoPerson> physicians, Clock clock) {
        var rows =
                physicians.stream()
                        .map(
                                physician -> {
                                    var secret =
                                            String.valueOf(physician.authenticator())
                                                    .getBytes(StandardCharsets.US_ASCII);
                                    var code = OneTimeCode.at(clock.instant(), secret);
                                    return "<tr><td>Dr. %s</td><td class=\"code\" data-physician=\"%s\">%s</td><td>%d s</td></tr>"
                                            .formatted(
                                                    Desk.text(physician.name()),
                                                    physician.id(),
                                                    code.digits(),
                                                    code.left().toSeconds());
                                })
                        .collect(Collectors.joining());
        return "<table><thead><tr><th>Authenticator of</th><th>Code</th><th>Good for</th></tr></thead><tbody>"
                + rows
                + "</tbody></table><p>Each code works once. After using one, wait for the next.</p>";
    }
}
