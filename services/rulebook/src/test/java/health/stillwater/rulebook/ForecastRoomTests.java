package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.testing.Actors;
import health.stillwater.testing.RoomTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules as they will stand, and judgements as they were, for people to read. */
@RoomTest
class ForecastRoomTests {

    private static final GateCases.Case SIGNING = GateCases.load().cases().getFirst();
    private static final Instant SEEN = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T05:00:00Z");

    @Autowired private Rulebook rulebook;

    @Test
    void asksTheRowsNamedAndNoOther() {
        var forecast = rulebook.forecast(NEW_YEAR, Set.of("D01", "D05"));

        assertThat(forecast.stops(Moment.FILL, Facts.none()))
                .extracting(Verdict::row)
                .containsExactly("D01", "D05");
        assertThat(forecast.rows()).containsExactlyInAnyOrder("D01", "D05");
        assertThat(forecast.rulebookVersion())
                .isEqualTo(rulebook.judge(Moment.FILL, NEW_YEAR, Facts.none()).rulebookVersion());
        assertThat(forecast.at()).isEqualTo(NEW_YEAR);
    }

    @Test
    void seesTheEndOfTheTemporaryRuleToTheSecond() {
        var facts =
                Facts.none()
                        .with(new FederalFacts(new FederalFacts.InPersonRegister(List.of()), null));
        assertThat(federal(NEW_YEAR.minusSeconds(1), facts)).isEmpty();
        assertThat(federal(NEW_YEAR, facts))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.answer()).isEqualTo(Answer.FAIL));
    }

    private List<Verdict> federal(Instant at, Facts facts) {
        return rulebook.forecast(at, Set.of("D01")).stops(Moment.FILL, facts);
    }

    /**
     * Rules that nobody compared with their sources are unknown; a forecast supposes that somebody
     * does.
     */
    @Test
    void takesTheRulesAsVerifiedInTime() {
        var in2029 = Instant.parse("2029-06-01T17:00:00Z");

        assertThat(rulebook.forecast(in2029, Set.of("D36")).stops(Moment.FILL, Facts.none()))
                .isEmpty();
        assertThat(rulebook.judge(Moment.FILL, in2029, Facts.none()).stops())
                .extracting(Verdict::row)
                .contains("D36");
    }

    @Test
    void answersAsTheGateDoes() {
        var rows = Set.of("D01", "D03", "D05", "D06", "D07", "D19", "D20", "D21", "D32");
        var facts = SIGNING.read();
        var gate = rulebook.judge(Moment.SIGNING, SIGNING.at(), facts);

        assertThat(rulebook.forecast(SIGNING.at(), rows).stops(Moment.SIGNING, facts))
                .containsExactlyElementsOf(
                        gate.stops().stream()
                                .filter(verdict -> rows.contains(verdict.row()))
                                .toList());
    }

    @Test
    void aSnapshotIsReadWithItsWordsItsFactsAndTheirAge() {
        var facts = known();
        var judged = rulebook.judge(Moment.CLAIM, SIGNING.at(), facts);
        var read =
                Actors.as(
                        Actors.staff(Actor.Kind.COMPLIANCE),
                        () -> rulebook.read(rulebook.snapshot(judged, facts)));

        assertThat(read.moment()).isEqualTo(Moment.CLAIM);
        assertThat(read.at()).isEqualTo(SIGNING.at());
        assertThat(read.allowed()).isFalse();
        assertThat(read.verdicts()).isEqualTo(judged.verdicts());
        assertThat(read.facts())
                .contains(
                        new SnapshotView.Known(
                                "prescriber, licenses, FL",
                                "encumbered no; expires on 2027-01-31; number ME 1; observed at"
                                        + " 2026-11-20T12:00:00Z; status active; type md",
                                SEEN),
                        new SnapshotView.Known(
                                "federal, in person register, evaluations 1",
                                "evidence document note 1; on 2026-11-02; place Ocala; practitioner id pr-1",
                                null));
    }

    private static Facts known() {
        var license =
                new PrescriberFacts.License(
                        "ME 1",
                        PrescriberFacts.LicenseType.MD,
                        CredentialStatus.ACTIVE,
                        false,
                        LocalDate.parse("2027-01-31"),
                        null,
                        SEEN);
        return Facts.none()
                .with(
                        new PrescriberFacts(
                                "pr-1",
                                "Dr. Reyes",
                                null,
                                Map.of("FL", license),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))
                .with(
                        new FederalFacts(
                                new FederalFacts.InPersonRegister(
                                        List.of(
                                                new FederalFacts.Evaluation(
                                                        "pr-1",
                                                        LocalDate.parse("2026-11-02"),
                                                        "Ocala",
                                                        "note 1"))),
                                null));
    }
}
