package health.stillwater.rulebook;

import health.stillwater.rulebook.InstrumentFacts.Behavior;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Safety before a session: suicide risk, vital signs, other medicines. */
final class SafetyRows {

    private static final int SAFETY_ITEM = 8;
    private static final int READINGS_LEAST = 2;

    private SafetyRows() {}

    /** D25. */
    static Finding suicideSafety(Matter matter) {
        var instruments = matter.facts().instruments();
        var screen = instruments == null ? null : instruments.cssrs();
        var phq9 = instruments == null ? null : instruments.phq9();
        var items = phq9 == null ? null : phq9.items();
        var item = items == null || items.size() <= SAFETY_ITEM ? null : items.get(SAFETY_ITEM);
        var checks = new Checks(matter);
        if (item == null) {
            checks.unknown("PHQ-9 item 9");
        }
        if (screen == null) {
            return checks.unknown("C-SSRS").finding();
        }
        if (!checks.fresh(screen.observedAt(), Freshness.Of.CSSRS, "C-SSRS")) {
            return checks.finding();
        }
        if (item != null && item > 0 && phq9 != null && !answersTo(phq9, screen, matter)) {
            return checks.unknown(
                            "C-SSRS taken after the answer to PHQ-9 item 9, and at signing today")
                    .finding();
        }
        level(checks, matter, screen);
        return checks.finding();
    }

    private static boolean answersTo(
            InstrumentFacts.Items phq9, InstrumentFacts.Cssrs screen, Matter matter) {
        var asked = phq9.observedAt();
        var answered = screen.observedAt();
        return asked != null
                && answered != null
                && !answered.isBefore(asked)
                && (matter.moment() != Moment.SIGNING
                        || (matter.today() != null
                                && Objects.equals(matter.localDate(answered), matter.today())));
    }

    private static void level(Checks checks, Matter matter, InstrumentFacts.Cssrs screen) {
        if (yes(screen.q4()) || yes(screen.q5()) || screen.q6() == Behavior.WITHIN_3_MONTHS) {
            checks.that(false, "C-SSRS below high");
            return;
        }
        var deeper = screen.q3() == null || screen.q4() == null || screen.q5() == null;
        if (screen.q1() == null
                || screen.q2() == null
                || screen.q6() == null
                || (yes(screen.q2()) && deeper)) {
            checks.unknown("every answer of the C-SSRS");
        }
        if (yes(screen.q3()) || screen.q6() == Behavior.EARLIER) {
            plan(checks, matter, Objects.requireNonNull(screen.observedAt()));
        }
    }

    private static void plan(Checks checks, Matter matter, Instant answered) {
        var clinical = matter.facts().clinical();
        var plan = clinical == null ? null : clinical.safetyPlan();
        if (plan == null) {
            checks.that(false, "C-SSRS moderate with a safety plan");
            return;
        }
        checks.same(plan.documentedBy(), matter.prescriberId(), "safety plan by this prescriber");
        if (plan.documentedAt() == null || plan.documentedAt().isAfter(matter.at())) {
            checks.unknown("time of the safety plan");
        } else {
            checks.that(
                    !plan.documentedAt().isBefore(answered),
                    "safety plan not older than the answers");
        }
    }

    private static boolean yes(@Nullable Boolean answer) {
        return Boolean.TRUE.equals(answer);
    }

    /** D26. */
    static Finding vitals(Matter matter) {
        var vitals = matter.facts().vitals();
        var limits = matter.rules().vitals();
        if (vitals == null || limits == null) {
            return Finding.unknown("vital signs");
        }
        var checks = new Checks(matter);
        if (!checks.fresh(vitals.observedAt(), Freshness.Of.VITALS, "vital signs")) {
            return checks.finding();
        }
        pressure(checks, matter, vitals.readings(), limits);
        checks.atLeast(vitals.heartRate(), limits.heartRateLeast(), "heart rate not too low")
                .atMost(vitals.heartRate(), limits.heartRateMost(), "heart rate not too high");
        if (vitals.spo2() != null) {
            checks.atLeast(vitals.spo2(), limits.oxygenLeast(), "oxygen saturation not too low");
        }
        return checks.finding();
    }

    /**
     * The mean counts, unrounded: the sum is held against the limit times the number of readings.
     */
    private static void pressure(
            Checks checks,
            Matter matter,
            @Nullable List<VitalsFacts.Reading> readings,
            Configuration.VitalLimits limits) {
        if (readings == null || readings.size() < READINGS_LEAST) {
            checks.unknown("two readings of the blood pressure");
            return;
        }
        var systolic = 0L;
        var diastolic = 0L;
        for (var reading : readings) {
            if (reading.systolic() == null || reading.diastolic() == null) {
                checks.unknown("both values of a reading");
                return;
            }
            systolic += reading.systolic();
            diastolic += reading.diastolic();
        }
        var number = readings.size();
        checks.no(
                        reaches(systolic, number, limits.systolicStop()),
                        "mean systolic pressure below the limit")
                .no(
                        reaches(diastolic, number, limits.diastolicStop()),
                        "mean diastolic pressure below the limit");
        if (matter.decisive()) {
            var high =
                    either(
                            reaches(systolic, number, limits.systolicReview()),
                            reaches(diastolic, number, limits.diastolicReview()));
            if (high == null) {
                checks.unknown("limits of the blood pressure");
            } else if (high) {
                ChartRows.accepted(checks, matter, matter.facts().clinical(), "BP");
            }
        }
    }

    private static @Nullable Boolean reaches(long sum, int number, @Nullable BigDecimal limit) {
        return limit == null
                ? null
                : (Boolean)
                        (BigDecimal.valueOf(sum)
                                        .compareTo(limit.multiply(BigDecimal.valueOf(number)))
                                >= 0);
    }

    private static @Nullable Boolean either(@Nullable Boolean one, @Nullable Boolean other) {
        return one == null || other == null ? null : (Boolean) (one || other);
    }

    /** D27. */
    static Finding medications(Matter matter) {
        var clinical = matter.facts().clinical();
        var medications = clinical == null ? null : clinical.medications();
        if (medications == null) {
            return Finding.unknown("list of medicines");
        }
        var checks = new Checks(matter);
        if (!checks.fresh(
                medications.observedAt(), Freshness.Of.MEDICATIONS, "list of medicines")) {
            return checks.finding();
        }
        if (matter.moment() == Moment.SIGNING) {
            var visit = matter.facts().encounter();
            var began = visit == null ? null : visit.startedAt();
            var reconciled = medications.reconciledAt();
            if (began == null
                    || reconciled == null
                    || reconciled.isBefore(began)
                    || reconciled.isAfter(matter.at())) {
                checks.unknown("list of medicines gone through since the visit began");
            }
        }
        if (medications.list() == null) {
            return checks.unknown("medicines").finding();
        }
        for (var medicine : medications.list()) {
            medicine(checks, matter, medicine);
        }
        return checks.finding();
    }

    private static void medicine(Checks checks, Matter matter, ClinicalFacts.Medicine medicine) {
        if (Boolean.FALSE.equals(medicine.active())) {
            return;
        }
        var interactions = matter.rules().interactions();
        if (medicine.active() == null || medicine.rxcui() == null || interactions == null) {
            checks.unknown("code of a medicine being taken");
            return;
        }
        switch (interactions.get(medicine.rxcui())) {
            case null -> {} // not on the list of interactions
            case INFO -> {}
            case STOP -> checks.that(false, "no medicine that rules treatment out");
            case REVIEW -> {
                if (matter.decisive()) {
                    checks.that(medicine.decision() != null, "interaction decided")
                            .written(medicine.reason(), "interaction decided with a reason");
                }
            }
        }
    }
}
