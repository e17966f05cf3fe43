package health.stillwater.sandbox;

import health.stillwater.sandbox.SandboxAddresses.PharmacyDoor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everybody outside, pretended at once: Stripe, Twilio, two pharmacies, the boards, the identity
 * vendor and the one of electronic prescribing. What they remember stands in one folder, so that
 * the demonstration goes on tomorrow.
 */
public final class Sandbox implements AutoCloseable {

    /** The pharmacies of the demonstration, by the name in their address. */
    public static final List<String> PHARMACIES = List.of("gulfside", "garden-state");

    private static final Duration PACE = Duration.ofMillis(700);
    private static final String STRIPE_SECRET = "whsec_sandbox_stripe";
    private static final String EPCS_KEY = "sandbox-epcs-key";

    /** Where each listens; 0 for any free port. */
    public record Ports(int stripe, int twilio, int pharmacy, int board, int identity, int epcs) {

        public static Ports free() {
            return new Ports(0, 0, 0, 0, 0, 0);
        }
    }

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final FakeStripe stripe;
    private final FakeTwilio twilio;
    private final FakePharmacy pharmacy;
    private final FakeBoard board;
    private final FakeIdentity identity;
    private final FakeEpcs epcs;

    private Sandbox(Ports ports, URI application, Clock clock, @Nullable Path folder) {
        try {
            stripe = opened(() -> new FakeStripe(ports.stripe(), clock, file(folder, "stripe")));
            stripe.tells(application.resolve("/webhooks/stripe"), STRIPE_SECRET);
            var account = TwilioAccount.sandbox(application.resolve("/webhooks/twilio/inbound"));
            twilio =
                    opened(
                            () ->
                                    new FakeTwilio(
                                            ports.twilio(),
                                            account,
                                            clock,
                                            Courier.http(),
                                            PACE,
                                            file(folder, "twilio")));
            pharmacy =
                    opened(
                            () ->
                                    new FakePharmacy(
                                            ports.pharmacy(), clock, file(folder, "pharmacies")));
            PHARMACIES.forEach(name -> pharmacy.opens(name, secret(name)));
            board = opened(() -> new FakeBoard(ports.board(), clock, file(folder, "board")));
            identity =
                    opened(
                            () ->
                                    new FakeIdentity(
                                            ports.identity(),
                                            application.resolve("/webhooks/identity"),
                                            secret("identity"),
                                            clock,
                                            Courier.http(),
                                            Duration.ofSeconds(1),
                                            file(folder, "identity")));
            epcs = opened(() -> new FakeEpcs(ports.epcs(), EPCS_KEY, clock, file(folder, "epcs")));
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /**
     * Opens everything.
     *
     * @param application where the application answers, as seen from outside; webhooks go there
     * @param folder where everybody's memory is kept between runs; null for nowhere
     */
    public static Sandbox start(Ports ports, URI application, Clock clock, @Nullable Path folder) {
        return new Sandbox(ports, application, clock, folder);
    }

    public SandboxAddresses addresses() {
        var pharmacies = new LinkedHashMap<String, PharmacyDoor>();
        PHARMACIES.forEach(
                name ->
                        pharmacies.put(
                                name,
                                new PharmacyDoor(
                                        URI.create(pharmacy.address() + "/" + name),
                                        secret(name))));
        return new SandboxAddresses(
                stripe.address(),
                STRIPE_SECRET,
                twilio.address(),
                twilio.account(),
                board.address(),
                identity.address(),
                secret("identity"),
                epcs.address(),
                EPCS_KEY,
                pharmacies);
    }

    /** Lays everybody's phone, inbox and levers on the desk. */
    public Sandbox isOn(Desk desk) {
        new SandboxDesk(this).layOut(desk);
        return this;
    }

    public FakeStripe stripe() {
        return stripe;
    }

    public FakeTwilio twilio() {
        return twilio;
    }

    public FakePharmacy pharmacy() {
        return pharmacy;
    }

    public FakeBoard board() {
        return board;
    }

    public FakeIdentity identity() {
        return identity;
    }

    public FakeEpcs epcs() {
        return epcs;
    }

    private <T extends AutoCloseable> T opened(Supplier<T> part) {
        var opened = part.get();
        open.push(opened);
        return opened;
    }

    private static @Nullable Path file(@Nullable Path folder, String name) {
        return folder == null ? null : folder.resolve(name + ".json");
    }

    /** The same in every run, so that a restarted demonstration still understands its mail. */
    private static String secret(String name) {
        var bytes = ("sandbox secret shared with " + name).getBytes(StandardCharsets.UTF_8);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        for (var part = open.poll(); part != null; part = open.poll()) {
            try {
                part.close();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
