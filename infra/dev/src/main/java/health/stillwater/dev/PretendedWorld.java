package health.stillwater.dev;

import health.stillwater.keycloak.DemoPeople;
import health.stillwater.sandbox.Desk;
import health.stillwater.sandbox.OneTimeCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The outside world of the demonstration: each system on a port of its own, and the desk with
 * everybody's hands on it.
 */
final class PretendedWorld {

    /** Who is pretended, in the order of their ports. */
    enum Fake {
        STRIPE,
        TWILIO,
        PHARMACY,
        BOARD,
        IDENTITY;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        int port(Setup setup) {
            return setup.ports().fake(1 + ordinal());
        }

        String address(Setup setup) {
            return "http://localhost:" + port(setup);
        }
    }

    private PretendedWorld() {}

    static void start(Setup setup, Clock clock, Running running, Progress progress) {
        var desk = running.opened(new Desk(setup.ports().desk()));
        desk.shows("One-time codes", () -> codes(clock));
        progress.says("sandbox ready");
    }

    /** What the physicians' authenticator apps show. */
    private static String codes(Clock clock) {
        var rows =
                DemoPeople.physicians().stream()
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
