package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import health.stillwater.testing.RoomTest;
import health.stillwater.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class RulebookRoomTests {

    private static final Set<String> ASKED =
            Set.of(
                    "D01", "D02", "D03", "D05", "D06", "D07", "D08", "D10", "D12", "D14", "D15",
                    "D16", "D17", "D19", "D20", "D21", "D32", "D33", "D35", "D36", "D39", "D43");

    private static final GateCases.Case SIGNING = GateCases.load().cases().getFirst();

    @Autowired private Rulebook rulebook;

    @Autowired private JdbcClient jdbc;

    @Autowired private TestClock clock;

    @BeforeEach
    void itIsTheDayOfTheCase() {
        clock.standsAt(SIGNING.at());
    }

    /** The first shared case, with the consents in the versions that are in force here. */
    private Facts inOrder() {
        var consents = new HashMap<String, ConsentFacts>();
        for (var form : rulebook.consentForms()) {
            consents.put(
                    form.kind(),
                    new ConsentFacts(
                            ConsentFacts.Status.SIGNED,
                            form.version(),
                            SIGNING.at(),
                            form.risks().stream().map(ConsentForm.Risk::code).toList(),
                            form.notApproved() != null));
        }
        return SIGNING.read().withConsents(consents);
    }

    private Judgement judged(Facts facts) {
        return rulebook.judge(Moment.SIGNING, SIGNING.at(), facts);
    }

    @Test
    void asksTheRowsOfTheMomentAndAllowsWhatIsInOrder() {
        var judgement = judged(inOrder());
        assertThat(judgement.stops()).isEmpty();
        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.verdicts())
                .extracting(Verdict::row)
                .containsExactlyInAnyOrderElementsOf(
                        ASKED.stream().filter(row -> !row.equals("D43")).toList());
    }

    @Test
    void knowingNothingStopsEverythingButTheRunningRule() {
        var judgement = rulebook.judge(Moment.ENROLLMENT, SIGNING.at(), Facts.none());
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.stops())
                .extracting(Verdict::row)
                .containsExactly("D03", "D10", "D19", "D20", "D21", "D36");
        assertThat(judgement.sentencesForPatient())
                .contains("We cannot treat you from this location today.");
    }

    @Test
    void theBookKnowsItsOwnStateAndGoesStale() {
        clock.standsAt(Instant.parse("2026-11-24T17:00:00Z"));
        assertThat(stateOfTheBook("2026-11-24T17:00:00Z").answer()).isEqualTo(Answer.PASS);
        assertThat(stateOfTheBook("2027-02-20T17:00:00Z").answer()).isEqualTo(Answer.PASS);
        assertThat(stateOfTheBook("2027-02-21T17:00:00Z").answer()).isEqualTo(Answer.UNKNOWN);
    }

    private Verdict stateOfTheBook(String at) {
        return rulebook
                .judge(Moment.ENROLLMENT, Instant.parse(at), Facts.none())
                .verdicts()
                .stream()
                .filter(verdict -> verdict.row().equals("D36"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSnapshotGivesTheSameVerdictsAgain() throws Exception {
        var facts =
                inOrder()
                        .with(
                                new ClaimFacts(
                                        ClaimFacts.Relationship.NONE,
                                        List.of(),
                                        SIGNING.at(),
                                        false));
        var judgement = judged(facts);
        var physician = Actors.physician(PhysicianId.next());
        var snapshot = Actors.as(physician, () -> rulebook.snapshot(judgement, facts));
        assertThat(rulebook.replay(snapshot)).isEqualTo(judgement);
        assertThat(judgement.stops()).extracting(Verdict::row).containsExactly("D35");
        assertThat(snapshot)
                .contains("\"actor\":{\"id\":\"" + physician.id() + "\",\"kind\":\"PHYSICIAN\"}");
        assertThat(Canonical.text(Canonical.parse(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void aSnapshotOfOtherFactsOrAChangedOneIsRefused() {
        var facts = inOrder();
        var judgement = judged(facts);
        assertThatThrownBy(() -> rulebook.snapshot(judgement, facts.with(new ClockFacts(1, null))))
                .isInstanceOf(IllegalArgumentException.class);
        var changed =
                rulebook.snapshot(judgement, facts)
                        .replace("\"suspended\":false", "\"suspended\":true");
        assertThatThrownBy(() -> rulebook.replay(changed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRowIsShownAndHalfOfThemAreAsked() {
        var rows = rulebook.rows();
        assertThat(rows).hasSize(44);
        assertThat(rows.stream().filter(RowView::enabled).map(RowView::id))
                .containsExactlyInAnyOrderElementsOf(ASKED);
        assertThat(rows)
                .allSatisfy(
                        row -> {
                            assertThat(row.validFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
                            assertThat(row.words().patient())
                                    .doesNotContainIgnoringCase("ketamine");
                            assertThat(
                                            List.of(
                                                    row.words().patient(),
                                                    row.words().prescriber(),
                                                    row.words().operations()))
                                    .allSatisfy(words -> assertThat(words).endsWith("."));
                        });
    }

    @Test
    void twoStatesAreLaunchedWithAllTheirCounties() {
        assertThat(Stream.of(UsState.values()).filter(rulebook::launched))
                .containsExactly(UsState.FL, UsState.NJ);
        var florida = rulebook.counties(UsState.FL);
        var jersey = rulebook.counties(UsState.NJ);
        assertThat(florida)
                .hasSize(67)
                .allSatisfy(county -> assertThat(county.fips()).startsWith("12"));
        assertThat(jersey)
                .hasSize(21)
                .allSatisfy(
                        county -> {
                            assertThat(county.fips()).startsWith("34");
                            assertThat(county.zone().getId()).isEqualTo("America/New_York");
                        });
        assertThat(
                        florida.stream()
                                .filter(county -> county.zone().getId().equals("America/Chicago")))
                .extracting(County::name)
                .containsExactly(
                        "Bay",
                        "Calhoun",
                        "Escambia",
                        "Holmes",
                        "Jackson",
                        "Okaloosa",
                        "Santa Rosa",
                        "Walton",
                        "Washington");
        assertThat(rulebook.counties(UsState.TX)).isEmpty();
    }

    @Test
    void gulfCountyHasTwoZonesAndMiamiIsNoLongerDade() {
        assertThat(rulebook.county("12045").orElseThrow().zones())
                .extracting(Object::toString)
                .containsExactly("America/New_York", "America/Chicago");
        assertThat(rulebook.county("12086").orElseThrow().name()).isEqualTo("Miami-Dade");
        assertThat(rulebook.county("12025")).isEmpty();
    }

    @Test
    void theFormsAreThoseTheRuleAsksForInPlainWords() {
        var forms = rulebook.consentForms();
        assertThat(forms).hasSize(9);
        assertThat(forms.stream().filter(form -> form.notApproved() != null))
                .singleElement()
                .satisfies(
                        form -> {
                            assertThat(form.kind()).isEqualTo("treatment");
                            assertThat(form.notApproved()).contains("not FDA-approved");
                            assertThat(form.risks()).extracting(ConsentForm.Risk::code).hasSize(5);
                        });
        var sentence = Pattern.compile("(?<=[.!?:])\\s+");
        var banned =
                Pattern.compile(
                        "(?i)guarantee|safe and effective|no side effects|will cure|we promise");
        assertThat(
                        forms.stream()
                                .flatMap(form -> form.paragraphs().stream())
                                .flatMap(sentence::splitAsStream))
                .allSatisfy(
                        words -> {
                            assertThat(words.split(" ")).hasSizeLessThan(20);
                            assertThat(words).doesNotContainPattern(banned);
                        });
    }

    @Test
    void theApplicationCannotRewriteTheBook() {
        assertThatThrownBy(() -> jdbc.sql("update rulebook.row set enabled = false").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                "insert into rulebook.configuration values ('x', now(), '{}', 'a', 'b', true)")
                                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
