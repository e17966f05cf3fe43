package health.stillwater.rulebook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** D28: the dose within the protocol. A cap that is not set refuses. */
final class DoseRows {

    private DoseRows() {}

    static Finding withinProtocol(Matter matter) {
        var protocol = matter.facts().protocol();
        if (protocol == null) {
            return Finding.unknown("dosing protocol");
        }
        var checks = new Checks(matter);
        var prescription = matter.facts().prescription();
        var dose = prescription == null ? null : prescription.dose();
        var mg = dose == null ? null : dose.mgPerSession();
        cap(checks, mg, protocol.maxMgPerSession(), "milligrams a session");
        cap(
                checks,
                times(mg, dose == null ? null : dose.sessionsPerDay()),
                protocol.maxMgPerDay(),
                "milligrams a day");
        cap(
                checks,
                times(mg, dose == null ? null : dose.sessionsPer30Days()),
                protocol.maxMgPer30Days(),
                "milligrams in 30 days");
        cap(
                checks,
                whole(dose == null ? null : dose.sessionsPerWeek()),
                protocol.maxSessionsPerWeek(),
                "sessions a week");
        cap(
                checks,
                whole(prescription == null ? null : prescription.quantity()),
                protocol.maxUnitsPer30Days(),
                "units in 30 days");
        perKilogram(checks, matter, mg, protocol.maxMgPerKgPerSession());
        startOrStep(checks, matter, mg, protocol);
        return checks.finding();
    }

    private static void perKilogram(
            Checks checks,
            Matter matter,
            @Nullable BigDecimal mg,
            @Nullable BigDecimal mostPerKilogram) {
        if (mostPerKilogram == null) {
            checks.that(false, "cap on milligrams a kilogram set");
            return;
        }
        var vitals = matter.facts().vitals();
        var weight = vitals == null ? null : vitals.weight();
        if (weight == null) {
            checks.unknown("body weight");
        } else if (checks.fresh(weight.observedAt(), Freshness.Of.WEIGHT, "body weight")) {
            var most = weight.kg() == null ? null : mostPerKilogram.multiply(weight.kg());
            if (most == null || mg == null) {
                checks.unknown("milligrams a kilogram");
            } else {
                checks.that(mg.compareTo(most) <= 0, "milligrams a kilogram within the protocol");
            }
        }
    }

    private static void startOrStep(
            Checks checks, Matter matter, @Nullable BigDecimal mg, ProtocolFacts protocol) {
        checks.that(protocol.startMgPerSession() != null, "starting dose set")
                .that(protocol.stepMg() != null, "largest step set")
                .that(protocol.minDaysBetweenSteps() != null, "wait between steps set");
        switch (matter.requestKind()) {
            case null -> checks.unknown("whether this is a first prescription");
            case FIRST -> {
                if (protocol.startMgPerSession() != null) {
                    cap(checks, mg, protocol.startMgPerSession(), "milligrams at the start");
                }
            }
            case RENEWAL -> step(checks, matter, mg, protocol);
        }
    }

    private static void step(
            Checks checks, Matter matter, @Nullable BigDecimal mg, ProtocolFacts protocol) {
        var clinical = matter.facts().clinical();
        var prior = clinical == null ? null : clinical.priorDose();
        if (mg == null || prior == null || prior.mgPerSession() == null) {
            checks.unknown("dose so far");
            return;
        }
        var step = mg.subtract(prior.mgPerSession());
        if (step.signum() <= 0) {
            return;
        }
        if (protocol.stepMg() != null) {
            cap(checks, step, protocol.stepMg(), "milligrams of the step");
        }
        var wait = protocol.minDaysBetweenSteps();
        var changed = prior.lastChangedOn();
        var today = matter.today();
        if (changed == null || today == null) {
            checks.unknown("day of the last change of dose");
        } else if (wait != null) {
            var days = BigDecimal.valueOf(today.toEpochDay() - changed.toEpochDay());
            checks.that(days.compareTo(wait) >= 0, "wait since the last change of dose");
        }
    }

    private static void cap(
            Checks checks, @Nullable BigDecimal value, @Nullable BigDecimal most, String what) {
        if (most == null) {
            checks.that(false, "cap set: " + what);
        } else if (value == null) {
            checks.unknown(what);
        } else if (value.compareTo(most) > 0) {
            checks.that(false, "within the protocol's " + most.toPlainString() + " " + what);
        }
    }

    private static @Nullable BigDecimal times(@Nullable BigDecimal mg, @Nullable Integer number) {
        return mg == null || number == null ? null : mg.multiply(BigDecimal.valueOf(number));
    }

    private static @Nullable BigDecimal whole(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
