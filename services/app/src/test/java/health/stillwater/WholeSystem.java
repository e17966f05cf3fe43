package health.stillwater;

import health.stillwater.sandbox.Sandbox;
import health.stillwater.testing.RealParts;
import health.stillwater.testing.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The application whole, on a real database, with everybody outside pretended over HTTP and a clock
 * moved by hand. One context for every test that stands on it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@AutoConfigureMockMvc
@Import({
    RealParts.class,
    WholeSystem.World.class,
    People.class,
    Care.class,
    Practices.class,
    Knocking.class
})
@TestPropertySource("classpath:health/stillwater/testing/room.properties")
abstract class WholeSystem {

    /** Webhooks must know where we answer before we do. */
    private static final int PORT = freePort();

    /** The server opens its door before beans may speak of properties. */
    @DynamicPropertySource
    static void door(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class World {

        @Bean
        static Sandbox sandbox(TestClock clock) {
            return Sandbox.start(
                    Sandbox.Ports.free(), URI.create("http://localhost:" + PORT), clock, null);
        }

        @Bean
        static DynamicPropertyRegistrar outside(Sandbox sandbox) {
            var at = sandbox.addresses();
            return registry -> {
                registry.add("stillwater.public-url", () -> "http://localhost:" + PORT);
                registry.add(
                        "stillwater.sign-in.issuer", () -> "http://localhost:9/realms/stillwater");
                registry.add("stillwater.sign-in.client-secret", () -> "nobody asks");
                registry.add("stillwater.stripe.base", at::stripe);
                registry.add("stillwater.stripe.api-key", () -> "sk_test_sandbox");
                registry.add("stillwater.stripe.webhook-secrets", at::stripeWebhookSecret);
                registry.add("stillwater.twilio.base", at::twilioBase);
                registry.add("stillwater.twilio.account-sid", () -> at.twilio().sid());
                registry.add("stillwater.twilio.auth-token", () -> at.twilio().authToken());
                registry.add(
                        "stillwater.twilio.messaging-service-sid",
                        () -> at.twilio().messagingServiceSid());
                registry.add("stillwater.enrollment.identity.url", at::identity);
                registry.add(
                        "stillwater.enrollment.identity.webhook-secret", at::identityWebhookSecret);
                registry.add("stillwater.licensing.board-url", at::board);
                registry.add("stillwater.epcs.url", at::epcs);
                registry.add("stillwater.epcs.key", at::epcsKey);
            };
        }
    }
}
