package health.stillwater.prescribing;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.runtime.Acting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When a patient may ask for more, by what they have; and their asking. */
@Component
class NextSupplies {

    /**
     * So many days before it may be signed it may be asked for: a visit keeps its value as long.
     */
    private static final int AHEAD = 7;

    private final SupplyBook supply;
    private final Enrollment enrollment;
    private final Clock clock;

    NextSupplies(SupplyBook supply, Enrollment enrollment, Clock clock) {
        this.supply = supply;
        this.enrollment = enrollment;
        this.clock = clock;
    }

    NextSupply of(PatientId patient) {
        own(patient);
        var course = supply.courseOf(patient);
        var tolerance = supply.tolerance();
        var latest = enrollment.requestOf(patient);
        if (course.inForce(null).isEmpty() || latest.isEmpty() || tolerance.isEmpty()) {
            return new NextSupply.None();
        }
        if (!decided(course, latest.get())) {
            return new NextSupply.UnderWay(latest.get());
        }
        var today = LocalDate.ofInstant(clock.instant(), enrollment.patient(patient).zone());
        var through = course.coveredThrough(today, Set.of()).orElse(today);
        var from = CourseRules.earliest(through, tolerance.getAsInt()).minusDays(AHEAD);
        return today.isBefore(from) ? new NextSupply.Later(from) : new NextSupply.Open(through);
    }

    /** Opens the next request when it may be asked for; else answers why not. */
    NextSupply ask(PatientId patient) {
        var now = of(patient);
        if (!(now instanceof NextSupply.Open)) {
            return now;
        }
        var last = enrollment.requestOf(patient).orElseThrow();
        return new NextSupply.UnderWay(enrollment.beginNext(patient, last));
    }

    private static boolean decided(Course course, RequestId request) {
        return course.decisions().stream().anyMatch(each -> each.request().equals(request));
    }

    private static void own(PatientId patient) {
        var actor = Acting.now();
        if (actor.kind() != Actor.Kind.PATIENT || !actor.id().equals(patient.value())) {
            throw new Refusal.Missing("This patient");
        }
    }
}
