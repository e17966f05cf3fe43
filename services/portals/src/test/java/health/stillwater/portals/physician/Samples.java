package health.stillwater.portals.physician;

import health.stillwater.enrollment.Address;
import health.stillwater.enrollment.PatientView;
import health.stillwater.enrollment.RequestView;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.prescribing.DecisionForm;
import health.stillwater.review.CaseKind;
import health.stillwater.review.CaseStage;
import health.stillwater.review.CaseView;
import health.stillwater.review.ChangesView;
import health.stillwater.review.Claim;
import health.stillwater.review.PauseKind;
import health.stillwater.review.QueueListing;
import health.stillwater.review.QueueRow;
import health.stillwater.review.Risk;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.InstrumentFacts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.RowView;
import health.stillwater.rulebook.Verdict;
import health.stillwater.rulebook.Words;
import health.stillwater.visits.PdmpView;
import health.stillwater.visits.VisitId;
import health.stillwater.visits.VisitRecord;
import health.stillwater.visits.VisitRecordView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** One physician, one patient and one request, as the doors would show them. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-23T18:40:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final ZoneId EASTERN = ZoneId.of("America/New_York");

    static final PhysicianId ME = PhysicianId.of("0b000000-0000-4000-8000-000000000001");
    static final Actor CASTELLANE =
            new Actor(Actor.Kind.PHYSICIAN, ME.value(), null, "Dr. Maya Castellane");
    static final PatientId ROSA = PatientId.of("0a000000-0000-4000-8000-000000000001");
    static final RequestId REQUEST = RequestId.of("2f7c0c9e-3f5e-4f0e-9d3a-0d8f6a1b2c3d");
    static final RequestId NOT_MINE = RequestId.of("99999999-3f5e-4f0e-9d3a-0d8f6a1b2c3d");
    static final VisitId VISIT = VisitId.of("7a1c0c9e-3f5e-4f0e-9d3a-0d8f6a1b2c3d");
    static final long FENCE = 3;

    private Samples() {}

    static PatientView rosa() {
        return new PatientView(
                ROSA,
                "Rosa Delgado",
                LocalDate.of(1979, 3, 9),
                "+13055550142",
                "delgado@demo.stillwater.health",
                new Address("1200 Example Street", "", "Miami", UsState.FL, "33130"),
                "12086",
                "Miami-Dade",
                UsState.FL,
                EASTERN);
    }

    static RequestView request() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("What brings you here?", "Depression");
        answers.put(
                "What has your blood pressure been like in the last 30 days?",
                "Mostly below 140 over 90");
        answers.put("Has a doctor ever told you that you have any of these?", "None of these");
        return new RequestView(REQUEST, ROSA, "depression", answers, NOW.minus(Duration.ofDays(3)));
    }

    static VisitRecord note() {
        return new VisitRecord(
                VisitRecord.Modality.VIDEO,
                "Low mood for four years.\nNo thoughts of self-harm today. Read 128/82 on her own cuff.",
                "Discharge letter, Jackson Health, May 2025",
                "Major depressive disorder, recurrent, moderate",
                "F33.1",
                "Sertraline 2019 to now, partial. CBT, 18 sessions.",
                "Start low. Her brother Ferris stays with her at each session.");
    }

    static QueueRow row(CaseStage stage, boolean mine) {
        return new QueueRow(
                REQUEST,
                "SW-2F7C0C9E",
                CaseKind.NEW,
                UsState.FL,
                stage,
                Risk.HIGH,
                NOW.plus(Duration.ofMinutes(35)),
                false,
                true,
                mine ? Optional.of(NOW.plus(Duration.ofMinutes(28))) : Optional.empty(),
                Optional.empty(),
                stage == CaseStage.PAUSED ? Optional.of(PauseKind.QUESTION) : Optional.empty(),
                stage == CaseStage.HELD
                        ? List.of("D17: monitoring report of NJ: not known")
                        : List.of());
    }

    static QueueListing listing(QueueRow... rows) {
        var all = List.of(rows);
        return new QueueListing(
                standing(all, CaseStage.CLAIMED),
                standing(all, CaseStage.WAITING),
                false,
                standing(all, CaseStage.WAITING).size(),
                List.of(),
                standing(all, CaseStage.PAUSED),
                standing(all, CaseStage.HELD));
    }

    private static List<QueueRow> standing(List<QueueRow> rows, CaseStage stage) {
        return rows.stream().filter(row -> row.stage() == stage).toList();
    }

    static ChangesView changes() {
        return new ChangesView(
                NOW.minus(Duration.ofDays(28)),
                List.of(
                        new ChangesView.Change("vitals", "heart rate 72", "heart rate 88"),
                        new ChangesView.Change("pdmp, reports, NJ", null, "report id NJ-7")),
                41);
    }

    static CaseView open(CaseStage stage, boolean mine, Judgement judgement) {
        var row = row(stage, mine);
        return new CaseView(
                REQUEST,
                row,
                row.mineUntil().map(until -> new Claim(FENCE, until)),
                rosa(),
                request(),
                Optional.of(
                        new VisitRecordView(
                                VISIT,
                                ME,
                                NOW.minus(Duration.ofHours(2)),
                                NOW.minus(Duration.ofMinutes(95)),
                                note())),
                judgement,
                facts(),
                row.heldBecause());
    }

    static Facts facts() {
        return Facts.none()
                .with(
                        new LocationFacts(
                                "FL",
                                "Miami-Dade",
                                "12086",
                                EASTERN,
                                "attested",
                                NOW.minus(Duration.ofHours(2))))
                .with(
                        new InstrumentFacts(
                                new InstrumentFacts.Items(
                                        Arrays.asList(2, 3, 2, 2, 1, 2, 2, 1, 0),
                                        null,
                                        NOW.minus(Duration.ofDays(3))),
                                null,
                                null,
                                null,
                                null,
                                null));
    }

    static List<PdmpView> reports() {
        return List.of(
                new PdmpView(
                        UsState.FL,
                        "EF-2291-77",
                        "Nothing in twelve months.",
                        ME,
                        NOW.minus(Duration.ofMinutes(97))));
    }

    static Verdict verdict(String row, Answer answer, String reason, String prescriber) {
        return new Verdict(
                row,
                1,
                answer,
                reason,
                new Words("We will update you.", prescriber, "Look at it."));
    }

    static Judgement judged(Moment moment, Verdict... verdicts) {
        return new Judgement(moment, NOW, "2026.11-4", List.of(verdicts), "9f2c41d0");
    }

    static Judgement passing(Moment moment) {
        return judged(
                moment,
                verdict("D01", Answer.PASS, "", ""),
                verdict("D05", Answer.PASS, "", ""),
                verdict("D34", Answer.PASS, "", ""));
    }

    static Judgement stopping(Moment moment) {
        return judged(
                moment,
                verdict("D01", Answer.PASS, "", ""),
                verdict(
                        "D17",
                        Answer.UNKNOWN,
                        "monitoring report in NJ: not known",
                        "Read the monitoring reports."),
                verdict(
                        "D05",
                        Answer.FAIL,
                        "license in FL unexpired: no (2026-11-01)",
                        "Your license check in this state did not pass."));
    }

    static List<RowView> rows() {
        return Stream.of("D01", "D05", "D17", "D34")
                .map(
                        id ->
                                new RowView(
                                        id,
                                        1,
                                        "US",
                                        id + " holds, as the book says it.",
                                        Set.of(Moment.CLAIM),
                                        "LAW",
                                        LocalDate.of(2026, 1, 1),
                                        null,
                                        "21 CFR 1307.41",
                                        "S01",
                                        "reviewed",
                                        LocalDate.of(2026, 11, 1),
                                        true,
                                        new Words("", "", "")))
                .toList();
    }

    static DecisionForm approving() {
        return new DecisionForm(
                "APPROVE",
                "",
                "We agreed to try this, starting low.",
                "Two treatments failed; blood pressure is normal.",
                "No approved product has this strength under the tongue.",
                "RAPID_DISSOLVE_TABLET",
                "100",
                "1",
                "4",
                "4",
                "28",
                "Dissolve 1 tablet under the tongue once a week, with your sitter present",
                "NONE",
                "",
                "");
    }

    static UUID id(String first) {
        return UUID.fromString(first + "-0000-4000-8000-000000000007");
    }
}
