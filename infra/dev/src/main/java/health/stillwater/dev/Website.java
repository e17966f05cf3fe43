package health.stillwater.dev;

import health.stillwater.Application;
import health.stillwater.keycloak.StillwaterRealm;
import health.stillwater.sandbox.LocalPostgres;
import health.stillwater.sandbox.Sandbox;
import health.stillwater.sandbox.SandboxAddresses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;

/**
 * The application itself, in this very process, with the settings of {@code
 * application-demo.properties}.
 */
final class Website {

    private Website() {}

    static void start(
            Setup setup,
            LocalPostgres postgres,
            Sandbox sandbox,
            Clock clock,
            Running running,
            Progress progress)
            throws Exception {
        var application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(
                false); // we close in an order of our own: this first, the database last
        application.setAdditionalProfiles("demo");
        application.setDefaultProperties(settings(setup, postgres, sandbox.addresses()));
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("clock", clock));
        var rooms = running.opened(application.run());
        mustAnswer(setup);
        progress.says("application ready");
        var hands = Hands.on(rooms, sandbox, clock, setup);
        Population.settles(setup, hands, clock, progress);
        if (setup.patients() > 0) {
            running.opened(new Clinic(hands, new Crowd(setup.patients()), progress)).opens();
        }
    }

    /** What the properties file refers to. */
    private static Map<String, Object> settings(
            Setup setup, LocalPostgres postgres, SandboxAddresses world) throws Exception {
        var realm = StillwaterRealm.forDemonstration(setup.application());
        var settings = new HashMap<String, Object>();
        settings.put("demo.port", setup.ports().application());
        settings.put("demo.address", setup.application());
        settings.put("demo.home", setup.home().toString());
        settings.put("demo.database", postgres.url("stillwater"));
        settings.put("demo.issuer", setup.signIn() + "/realms/" + StillwaterRealm.NAME);
        settings.put("demo.client", StillwaterRealm.CLIENT);
        settings.put("demo.client-secret", realm.clientSecret());
        settings.put("demo.ledger-key", LedgerKey.in(setup.data()));
        settings.put("demo.checkpoints", setup.data().resolve("checkpoints").toString());
        settings.put("demo.stripe", world.stripe());
        settings.put("demo.stripe-secret", world.stripeWebhookSecret());
        settings.put("demo.twilio", world.twilioBase());
        settings.put("demo.twilio-account", world.twilio().sid());
        settings.put("demo.twilio-token", world.twilio().authToken());
        settings.put("demo.twilio-service", world.twilio().messagingServiceSid());
        settings.put("demo.board", world.board());
        settings.put("demo.identity", world.identity());
        settings.put("demo.identity-secret", world.identityWebhookSecret());
        settings.put("demo.epcs", world.epcs());
        settings.put("demo.epcs-key", world.epcsKey());
        return settings;
    }

    private static void mustAnswer(Setup setup) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var home = HttpRequest.newBuilder(URI.create(setup.application() + "/")).build();
            var answer = client.send(home, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new CannotStart(
                        "The home page answers " + answer.statusCode() + "; see " + setup.logs());
            }
        }
    }
}
