package health.stillwater.dev;

import health.stillwater.kernel.Actor;
import health.stillwater.keycloak.DemoPerson;
import health.stillwater.runtime.Acting;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Doing something as somebody, and waiting for what comes of it. */
final class Acts {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(250);

    private Acts() {}

    /** Something that may go wrong. */
    @FunctionalInterface
    interface Deed {
        void done() throws Exception;
    }

    /** Whoever the role of their account makes them. */
    static Actor actor(DemoPerson person) {
        var kind =
                switch (person.role()) {
                    case "patient" -> Actor.Kind.PATIENT;
                    case "physician" -> Actor.Kind.PHYSICIAN;
                    case "pharmacy" -> Actor.Kind.PHARMACIST;
                    case "billing" -> Actor.Kind.BILLING;
                    case "compliance" -> Actor.Kind.COMPLIANCE;
                    default -> throw new IllegalArgumentException(person.role());
                };
        return new Actor(kind, person.id(), person.pharmacy(), person.name());
    }

    static <T> T as(Actor actor, Callable<T> work) throws Exception {
        return Acting.<T, Exception>as(actor, work::call);
    }

    static void does(Actor actor, Deed deed) throws Exception {
        as(
                actor,
                () -> {
                    deed.done();
                    return true;
                });
    }

    /** Waits until it is so; says what was waited for when it never is. */
    static void until(String what, Callable<Boolean> so) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!so.call()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited in vain: " + what);
            }
            Thread.sleep(GLANCE);
        }
    }
}
