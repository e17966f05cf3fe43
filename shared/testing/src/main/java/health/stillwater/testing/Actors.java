package health.stillwater.testing;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.runtime.Acting;
import java.util.UUID;

/** Somebody to act as: {@code as(patient, () -> enrollment.sign(…))}. */
public final class Actors {

    private Actors() {}

    public static Actor patient(PatientId id) {
        return new Actor(Actor.Kind.PATIENT, id.value(), null, "a patient");
    }

    public static Actor physician(PhysicianId id) {
        return new Actor(Actor.Kind.PHYSICIAN, id.value(), null, "a physician");
    }

    public static Actor pharmacist(PharmacyId pharmacy) {
        return new Actor(
                Actor.Kind.PHARMACIST, UUID.randomUUID(), pharmacy.value(), "a pharmacist");
    }

    public static Actor staff(Actor.Kind kind) {
        return new Actor(kind, UUID.randomUUID(), null, "staff");
    }

    public static Actor visitor(UUID assessment) {
        return new Actor(Actor.Kind.VISITOR, assessment, null, "a visitor");
    }

    public static <R, X extends Throwable> R as(
            Actor actor, ScopedValue.CallableOp<? extends R, X> work) throws X {
        return Acting.as(actor, work);
    }

    /** The same for work that answers nothing. */
    public static void does(Actor actor, Runnable work) {
        Acting.as(
                actor,
                () -> {
                    work.run();
                    return null;
                });
    }

    public static void asTheProgram(Runnable work) {
        does(Actor.system("test"), work);
    }
}
