package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Verdict;
import health.stillwater.rulebook.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrozenTextTests {

    final SignedText text = approved("Dissolve 2 troches under the tongue once a week.");
    final FrozenText frozen = FrozenText.freeze(text);

    @Test
    void readsBackWhatWasFrozen() {
        assertThat(FrozenText.read(frozen.canonical(), frozen.hash())).isEqualTo(frozen);
    }

    @Test
    void isCanonical() {
        assertThat(frozen.canonical())
                .startsWith("{\"about\":null,\"benefitRisk\":")
                .doesNotContain("\n")
                .contains("\"refills\":0");
    }

    @Test
    void hasAnotherHashForTheSmallestChange() {
        assertThat(
                        FrozenText.freeze(
                                        approved(
                                                "Dissolve 3 troches under the tongue once a week."))
                                .hash())
                .isNotEqualTo(frozen.hash());
    }

    @Test
    void isNotReadWhenItWasChanged() {
        var changed = frozen.canonical().replace("\"quantity\":8", "\"quantity\":80");

        assertThatThrownBy(() -> FrozenText.read(changed, frozen.hash()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void getsANonceThatIsItsOwnAndNeverTheSame() {
        var signing = UUID.randomUUID();

        var nonce = Nonce.boundTo(signing, frozen.hash());

        assertThat(nonce)
                .matches("[A-Za-z0-9_-]{43}")
                .isNotEqualTo(Nonce.boundTo(signing, frozen.hash()));
    }

    @Test
    void tellsTheRulebookTheDoseItMeans() {
        var facts = SignedFacts.of(frozen, frozen.hash(), "signer", null);

        assertThat(facts.dose().mgPerSession()).isEqualByComparingTo(new BigDecimal(200));
        assertThat(facts.dose().sessionsPerDay()).isEqualTo(1);
        assertThat(facts.dose().sessionsPerWeek()).isEqualTo(1);
        assertThat(facts.dose().sessionsPer30Days()).isEqualTo(5);
        assertThat(facts.signing().readyHash()).isEqualTo(facts.signing().payloadHash());
        assertThat(facts.refillsAuthorised()).isZero();
    }

    @Test
    void isDeclinedByRulesThatMakeItADecisionAndNoOthers() {
        var visitMissing = judged("D02");
        var unlicensed = judged("D05");

        assertThat(allows(visitMissing, PrescriberVerdict.APPROVE)).isFalse();
        assertThat(allows(visitMissing, PrescriberVerdict.DECLINE)).isTrue();
        assertThat(allows(unlicensed, PrescriberVerdict.DECLINE)).isFalse();
    }

    @Test
    void isNotDeclinedWhenABindingRuleWasNotAsked() {
        var all = judged("none");
        var without =
                new Judgement(
                        all.moment(),
                        all.at(),
                        all.rulebookVersion(),
                        all.verdicts().subList(0, 3),
                        all.factsHash());

        assertThat(allows(without, PrescriberVerdict.DECLINE)).isFalse();
    }

    private static boolean allows(Judgement judgement, PrescriberVerdict verdict) {
        return BindingRows.allow(BindingRows.of(judgement, verdict), verdict);
    }

    private static Judgement judged(String failing) {
        var verdicts =
                Stream.of("D02", "D05", "D35", "D36")
                        .map(
                                row ->
                                        new Verdict(
                                                row,
                                                1,
                                                row.equals(failing) ? Answer.FAIL : Answer.PASS,
                                                "",
                                                new Words("", "", "")))
                        .toList();
        return new Judgement(Moment.SIGNING, Instant.EPOCH, "1", List.copyOf(verdicts), "");
    }

    static SignedText approved(String directions) {
        var zone = ZoneId.of("America/New_York");
        var today = LocalDate.parse("2026-11-24");
        return new SignedText(
                SignedText.FORMAT,
                "d",
                "r",
                PrescriberVerdict.APPROVE,
                null,
                "words",
                "benefit",
                "difference",
                new SignedText.Patient(
                        "p", "Rosa Delgado", LocalDate.parse("1984-04-17"), "14 Alder Street"),
                new SignedText.Prescriber(
                        "ph", "Dr. Reyes", "1234567893", "200 Harbor Avenue", UsState.FL, "d", "l"),
                new SignedText.Prescription(
                        Drug.KETAMINE_HYDROCHLORIDE.words(),
                        "100",
                        DosageForm.TROCHE,
                        2,
                        4,
                        8,
                        "eight",
                        28,
                        0,
                        directions,
                        today.plusMonths(6),
                        UUID.randomUUID().toString(),
                        "Cedar Compounding"),
                today,
                zone,
                SigningStatement.PRESCRIPTION,
                null,
                null,
                null,
                null);
    }
}
