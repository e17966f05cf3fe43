package health.stillwater.review;

import static org.mockito.Mockito.mock;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.testing.Actors;
import health.stillwater.visits.Visits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Instant;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room in a process of its own, by the real clock: a physician who claims the case whose id
 * comes in on a line, and then does as the next lines say.
 */
class PhysicianAtWork {

    private final ConfigurableApplicationContext room;
    private final BufferedReader told;
    private final PhysicianId me;

    PhysicianAtWork(ConfigurableApplicationContext room, BufferedReader told, PhysicianId me) {
        this.room = room;
        this.told = told;
        this.me = me;
    }

    /** Stands for the rooms upstream, in their place. */
    static class Upstream {

        @Bean
        Enrollment enrollment() {
            return mock(Enrollment.class);
        }

        @Bean
        Visits visits() {
            return mock(Visits.class);
        }

        @Bean
        Licensing licensing() {
            return mock(Licensing.class);
        }
    }

    static ConfigurableApplicationContext room(String database) {
        return new SpringApplicationBuilder(application(), Upstream.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.import=classpath:health/stillwater/testing/room.properties",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=stillwater_app",
                        "--spring.datasource.password=stillwater_app",
                        "--spring.flyway.user=stillwater_owner",
                        "--spring.flyway.password=stillwater_owner",
                        "--stillwater.enrollment.identity.url=http://localhost:9",
                        "--stillwater.enrollment.identity.webhook-secret=whsec_bm9ib2R5IGFza3MgaGVyZQ==",
                        "--spring.main.banner-mode=off",
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--db-scheduler.enabled=false");
    }

    /** The room's own application for tests, which stands where it must for modules to be found. */
    private static Class<?> application() {
        try {
            return Class.forName("health.stillwater.TestApplication");
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** What the rooms upstream would say of every case and of these physicians, now. */
    static void elsewhere(
            ConfigurableApplicationContext room, PatientId patient, PhysicianId... physicians) {
        var says =
                new Elsewhere(
                        room.getBean(Enrollment.class),
                        room.getBean(Visits.class),
                        room.getBean(Licensing.class),
                        room.getBean(Rulebook.class));
        says.everyRequestIsOf(patient, Instant.now());
        for (var each : physicians) {
            says.aPhysician(each, Instant.now(), UsState.FL);
        }
    }

    public static void main(String[] arguments) throws IOException {
        var me = PhysicianId.of(arguments[1]);
        try (var room = room(arguments[0])) {
            elsewhere(room, PatientId.of(arguments[2]), me);
            var told = new BufferedReader(new InputStreamReader(System.in));
            var atWork = new PhysicianAtWork(room, told, me);
            for (var line = told.readLine(); line != null; line = told.readLine()) {
                atWork.works(RequestId.of(line));
            }
        }
    }

    private void works(RequestId request) throws IOException {
        var queue = room.getBean(ReviewQueue.class);
        var claimed = Actors.as(Actors.physician(me), () -> queue.claim(request, me));
        if (!(claimed instanceof ClaimOutcome.Claimed(long fence, Instant _))) {
            says("STOPPED " + claimed);
            return;
        }
        says("CLAIMED");
        var where = told.readLine();
        try {
            Actors.does(Actors.physician(me), () -> decides(queue, request, fence, where));
            says("SIGNED");
        } catch (Refusal.Overtaken overtaken) {
            says("REFUSED by the room");
        } catch (RuntimeException refused) {
            says("REFUSED by the database");
        }
    }

    /** Sleeps where it was told to: before anything, with the case locked, or before the commit. */
    private void decides(ReviewQueue queue, RequestId request, long fence, String where) {
        room.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        _ -> {
                            sleeps("BEFORE".equals(where));
                            queue.lockForDecision(request, me, fence);
                            sleeps("LOCKED".equals(where));
                            queue.decided(request, me, fence);
                            sleeps("DECIDED".equals(where));
                        });
    }

    private void sleeps(boolean here) {
        if (here) {
            says("HERE");
            try {
                told.readLine();
            } catch (IOException gone) {
                throw new IllegalStateException(gone);
            }
        }
    }

    private static void says(String word) {
        System.out.println("@" + word);
        System.out.flush();
    }
}
