package health.stillwater.portals.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.RequestView;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.casefile.Sample;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.CaseFileOutcome;
import health.stillwater.prescribing.CaseFileScope;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.prescribing.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordPagesTests {

    private static final String ADDRESS = "/patient/record/" + Decisions.ID;

    private final Rosalind she = new Rosalind().enrolled();

    @Test
    void theRecordHoldsDecisionsAnswersFormsAndLooks() {
        when(she.prescribing.decisionsOf(Rosalind.ME))
                .thenReturn(List.of(Decisions.view(PrescriberVerdict.APPROVE)));
        when(she.enrollment.request(Rosalind.REQUEST))
                .thenReturn(
                        new RequestView(
                                Rosalind.REQUEST,
                                Rosalind.ME,
                                "depression",
                                Map.of("What brings you here?", "Depression"),
                                Rosalind.NOW));
        when(she.enrollment.consents(Rosalind.ME)).thenReturn(Forms.signed());
        var page = she.desk.read("/patient/record");
        assertThat(page.select("#decisions a").attr("href")).isEqualTo(ADDRESS);
        assertThat(page.select("#answers dd").eachText()).containsExactly("Depression");
        assertThat(page.select("#forms li")).hasSize(2);
        assertThat(page.select("#looks").text()).contains("Nobody of our staff so far");
    }

    @Test
    void anEmptyRecordSaysWhatWillComeIntoIt() {
        assertThat(she.desk.read("/patient/record").select("#decisions").text())
                .contains("None yet");
    }

    @Test
    void aYesIsReadWithItsReasonThePrescriptionAndTheSeal() {
        var page = decided(PrescriberVerdict.APPROVE, "decision-yes");
        assertThat(page.select("h1").text())
                .isEqualTo("Dr. Ines Castellane approved a prescription");
        assertThat(page.select("main").text())
                .contains(
                        "nothing in your history speaks against",
                        "100 mg, sublingual troche",
                        "8 (eight), for 28 days")
                .contains(
                        "0. Each month needs a new decision",
                        "The FDA has not approved this use",
                        "5c5c5c");
    }

    @Test
    void aNoSaysWhyThatNothingIsChargedAndWhoHelpsNow() {
        var page = decided(PrescriberVerdict.DECLINE, "decision-no");
        assertThat(page.select("h1").text()).isEqualTo("Dr. Ines Castellane said no for now");
        assertThat(page.select("main").text())
                .contains(
                        "would not be safe for you at home",
                        "You are charged nothing",
                        "What else can help")
                .doesNotContain("What was prescribed");
        assertThat(page.select("main a[href=tel:988]")).isNotEmpty();
    }

    @Test
    void theWholeRecordCanBeTakenAlong() {
        when(she.prescribing.record(new DecisionId(Decisions.ID)))
                .thenReturn(Decisions.record(Decisions.view(PrescriberVerdict.APPROVE)));
        var file = she.desk.mvc().get().uri(ADDRESS + "/file").exchange();
        assertThat(file)
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"format\":\"stillwater.evidence/1\"}");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void allDecisionsCanBeTakenAlongWithTheirProofs() {
        when(she.ledger.verifierKey()).thenReturn("a+b+c");
        when(she.ledger.caseFile(any(), any(), any())).thenReturn(new byte[] {'P', 'K'});
        when(she.prescribing.caseFile(new CaseFileScope.OfPatient(Rosalind.ME)))
                .thenReturn(Sample.of(2));
        var file = she.desk.send("/patient/record/case-file");
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentType()).isEqualTo("application/zip");
        assertThat(file.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoHasNoDecisionYetIsToldSo() {
        when(she.prescribing.caseFile(any())).thenReturn(new CaseFileOutcome.Nothing());
        var page =
                Desk.page(
                        she.desk.follow(she.desk.send("/patient/record/case-file")),
                        200,
                        "record-nothing");
        assertThat(page.text()).contains("No decision is signed yet.");
    }

    @Test
    void aDecisionWhosePlaceIsNotGivenYetSaysSo() {
        var view = Decisions.view(PrescriberVerdict.APPROVE);
        var fresh =
                new DecisionView(
                        view.id(),
                        view.request(),
                        view.patient(),
                        view.patientName(),
                        view.physician(),
                        view.physicianName(),
                        view.verdict(),
                        view.reason(),
                        view.words(),
                        view.signedAt(),
                        view.zone(),
                        DecisionView.NOT_YET,
                        view.supersedes(),
                        view.about(),
                        view.standing());
        when(she.prescribing.record(new DecisionId(Decisions.ID)))
                .thenReturn(Decisions.record(fresh));
        var page = Desk.page(she.desk.mvc().get().uri(ADDRESS).exchange(), 200, "decision-fresh");
        assertThat(page.select("main").text()).contains("about to get its place in the log");
    }

    @Test
    void anothersDecisionIsNotThere() {
        var another = new PatientId(UUID.randomUUID());
        when(she.prescribing.record(new DecisionId(Decisions.ID)))
                .thenReturn(Decisions.record(Decisions.view(PrescriberVerdict.APPROVE, another)));
        Desk.page(she.desk.mvc().get().uri(ADDRESS).exchange(), 404, "decision-foreign");
        assertThat(she.desk.mvc().get().uri(ADDRESS + "/file").exchange()).hasStatus(404);
    }

    @Test
    void aDecisionThatIsNoneIsNotThereEither() {
        when(she.prescribing.record(new DecisionId(Decisions.ID)))
                .thenThrow(new Refusal.Missing("This decision"));
        assertThat(she.desk.mvc().get().uri(ADDRESS).exchange()).hasStatus(404);
        assertThat(she.desk.mvc().get().uri("/patient/record/nonsense").exchange()).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "REFER,refers you to care in a clinic,You are charged nothing",
        "RENEW,renewed your prescription,What was prescribed",
        "CHANGE,changed your prescription,What was prescribed",
        "STOP,stopped the treatment,Nothing more is sent or charged",
    })
    void everyDecisionIsSaidInPlainWords(PrescriberVerdict verdict, String title, String says) {
        var page = decided(verdict, "decision-" + verdict.name().toLowerCase(Locale.ROOT));
        assertThat(page.select("h1").text()).endsWith(title);
        assertThat(page.select("main").text()).contains(says);
    }

    @Test
    void whatWasCorrectedLeadsToWhatTookItsPlace() {
        var later = new DecisionId(UUID.fromString("51900000-0000-4000-8000-000000000009"));
        var view =
                Decisions.standing(
                        PrescriberVerdict.DECLINE,
                        new Standing(Standing.Kind.CORRECTED, Optional.of(later)));
        when(she.prescribing.record(new DecisionId(Decisions.ID)))
                .thenReturn(Decisions.record(view));
        var page =
                Desk.page(she.desk.mvc().get().uri(ADDRESS).exchange(), 200, "decision-corrected");
        assertThat(page.select("main").text()).contains("A later decision stands in its place");
        assertThat(page.select("a[href=/patient/record/" + later + "]")).isNotEmpty();
    }

    private Document decided(PrescriberVerdict verdict, String name) {
        when(she.prescribing.record(new DecisionId(Decisions.ID)))
                .thenReturn(Decisions.record(Decisions.view(verdict)));
        return Desk.page(she.desk.mvc().get().uri(ADDRESS).exchange(), 200, name);
    }
}
