package health.stillwater.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chart: what was written, measured, ruled out and reconciled. */
final class ChartRows {

    private static final int PHQ9_ITEMS = 9;
    private static final int GAD7_ITEMS = 7;

    private ChartRows() {}

    /** D22. */
    static Finding complete(Matter matter) {
        var clinical = matter.facts().clinical();
        var chart = clinical == null ? null : clinical.chart();
        var sections = matter.rules().chartSections();
        var checks = new Checks(matter).written(PlaceRows.diagnosisCode(matter), "diagnosis code");
        if (chart == null || sections == null) {
            return checks.unknown("chart").finding();
        }
        for (var section : sections) {
            var written = section(chart, section);
            if (!Boolean.TRUE.equals(written)) {
                checks.yes(written, section + " in the chart");
            }
        }
        return checks.yes(chart.attested(), "chart attested").finding();
    }

    private static @Nullable Boolean section(ClinicalFacts.Chart chart, String name) {
        return switch (name) {
            case "history" -> chart.history();
            case "recordsReviewed" -> chart.recordsReviewed();
            case "diagnosis" -> chart.diagnosis();
            case "priorTreatments" -> chart.priorTreatments();
            case "plan" -> chart.plan();
            case "clinicalDifference" -> chart.clinicalDifference();
            case "attested" -> chart.attested();
            default -> null; // a section we do not know is not known
        };
    }

    /** D23. At a new fill the score at enrollment counts; a fresh one must exist. */
    static Finding criteria(Matter matter) {
        var indication = matter.indication();
        var criteria = matter.rules().criteria();
        var criterion =
                indication == null || criteria == null ? null : criteria.get(indication.code());
        var instruments = matter.facts().instruments();
        if (criterion == null || criterion.instrument() == null || instruments == null) {
            return Finding.unknown("criteria of the track");
        }
        var checks = new Checks(matter);
        var least = criterion.atLeast();
        switch (criterion.instrument()) {
            case "phq9" -> items(checks, matter, instruments.phq9(), PHQ9_ITEMS, least, "PHQ-9");
            case "gad7" -> items(checks, matter, instruments.gad7(), GAD7_ITEMS, least, "GAD-7");
            case "pcl5" -> total(checks, matter, instruments.pcl5(), least, "PCL-5");
            case "nrs" -> total(checks, matter, instruments.nrs(), least, "pain score");
            case "budapest" -> budapest(checks, instruments.budapest());
            default -> checks.unknown("score by " + criterion.instrument());
        }
        return checks.finding();
    }

    private static void items(
            Checks checks,
            Matter matter,
            InstrumentFacts.@Nullable Items answers,
            int number,
            @Nullable Integer least,
            String what) {
        if (answers == null) {
            checks.unknown(what);
        } else if (checks.fresh(answers.observedAt(), Freshness.Of.INSTRUMENTS, what)) {
            score(
                    checks,
                    matter,
                    sum(answers.items(), number),
                    answers.enrollmentTotal(),
                    least,
                    what);
        }
    }

    private static void total(
            Checks checks,
            Matter matter,
            InstrumentFacts.@Nullable Total answers,
            @Nullable Integer least,
            String what) {
        if (answers == null) {
            checks.unknown(what);
        } else if (checks.fresh(answers.observedAt(), Freshness.Of.INSTRUMENTS, what)) {
            score(checks, matter, answers.total(), answers.enrollmentTotal(), least, what);
        }
    }

    private static void score(
            Checks checks,
            Matter matter,
            @Nullable Integer now,
            @Nullable Integer atEnrollment,
            @Nullable Integer least,
            String what) {
        if (now == null) {
            checks.unknown(what);
        }
        if (matter.moment() == Moment.FILL) {
            checks.atLeast(atEnrollment, least, what);
        } else if (now != null) {
            checks.atLeast(now, least, what);
        }
    }

    /** The sum of the answers; null as long as one is missing. */
    private static @Nullable Integer sum(@Nullable List<@Nullable Integer> items, int number) {
        if (items == null || items.size() != number) {
            return null;
        }
        var sum = 0;
        for (var item : items) {
            if (item == null) {
                return null;
            }
            sum += item;
        }
        return sum;
    }

    private static void budapest(Checks checks, InstrumentFacts.@Nullable Budapest found) {
        if (found == null) {
            checks.unknown("examiner's criteria");
        } else if (checks.fresh(found.observedAt(), Freshness.Of.BUDAPEST, "examiner's criteria")) {
            checks.yes(found.met(), "examiner's criteria met")
                    .written(found.examinerId(), "examiner named");
        }
    }

    /** D24. */
    static Finding exclusions(Matter matter) {
        var checks = new Checks(matter);
        var clinical = matter.facts().clinical();
        var intake = clinical == null ? null : clinical.exclusions();
        if (clinical == null || intake == null) {
            checks.unknown("intake");
        } else if (checks.fresh(intake.observedAt(), Freshness.Of.INTAKE, "intake")) {
            findings(checks, matter, clinical, intake);
        }
        var pregnancy = clinical == null ? null : clinical.pregnancy();
        if (pregnancy == null || pregnancy.relevant() == null) {
            checks.unknown("pregnancy");
        } else if (pregnancy.relevant()
                && checks.fresh(pregnancy.observedAt(), Freshness.Of.PREGNANCY, "pregnancy")) {
            checks.same(
                    pregnancy.result(), ClinicalFacts.PregnancyResult.NOT_PREGNANT, "not pregnant");
        }
        return checks.finding();
    }

    private static void findings(
            Checks checks, Matter matter, ClinicalFacts clinical, ClinicalFacts.Exclusions intake) {
        var stops = matter.rules().stopCodes();
        var reviews = matter.rules().reviewCodes();
        var findings = intake.findings();
        if (stops == null || reviews == null || findings == null) {
            checks.unknown("exclusion criteria");
            return;
        }
        for (var code : stops) {
            var found = findings.get(code);
            if (found != ClinicalFacts.ExclusionFinding.ABSENT) {
                checks.same(
                        found, ClinicalFacts.ExclusionFinding.ABSENT, "exclusion absent: " + code);
            }
        }
        for (var code : reviews) {
            var found = findings.get(code);
            if (found == null) {
                checks.unknown("caution " + code);
            } else if (found == ClinicalFacts.ExclusionFinding.PRESENT && matter.decisive()) {
                accepted(checks, matter, clinical, code);
            }
        }
    }

    /** The prescriber decided to go on in spite of a finding. A decision not made is a no. */
    static void accepted(
            Checks checks, Matter matter, @Nullable ClinicalFacts clinical, String code) {
        var decisions = clinical == null ? null : clinical.reviewDecisions();
        var decision = decisions == null ? null : decisions.get(code);
        if (decision == null || decision.decision() != ClinicalFacts.DecisionKind.ACCEPT) {
            checks.that(false, "accepted by the prescriber: " + code);
        } else {
            checks.same(decision.by(), matter.prescriberId(), "decided by this prescriber");
        }
    }
}
