package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.ledger.Ledger;
import health.stillwater.licensing.Licensing;
import health.stillwater.outlook.Outlook;
import health.stillwater.portals.casefile.CaseFiles;
import health.stillwater.portals.casefile.Sample;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.CaseFileOutcome;
import health.stillwater.prescribing.CaseFileScope;
import health.stillwater.prescribing.Prescribing;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CaseFilesPagesTests {

    private static final String ADDRESS = "/compliance/ledger/case-files";
    private static final PhysicianId CASTELLANE = PhysicianId.next();

    private final Prescribing prescribing = mock(Prescribing.class);
    private final Ledger ledger = mock(Ledger.class);
    private final Outlook outlook = mock(Outlook.class);
    private final Licensing licensing = mock(Licensing.class);
    private Desk desk;

    @BeforeEach
    void anOfficer() {
        when(licensing.names()).thenReturn(Map.of(CASTELLANE, "Dr. Ines Castellane"));
        when(outlook.named(any())).thenReturn(Optional.empty());
        when(outlook.named("SW-30177000")).thenReturn(Optional.of(Sample.ROSALIND));
        when(ledger.verifierKey()).thenReturn("a+b+c");
        when(ledger.caseFile(any(), any(), any())).thenReturn(new byte[] {'P', 'K'});
        desk =
                Desk.of(
                        new Actor(
                                Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh"),
                        new CaseFilesController(
                                prescribing, new CaseFiles(ledger), outlook, licensing));
    }

    @Test
    void thePageSaysWhatIsInItAndOffersBoth() {
        var page = desk.read(ADDRESS);
        assertThat(page.select("main form").eachAttr("action"))
                .containsExactly(ADDRESS + "/patient", ADDRESS + "/time");
        assertThat(page.select("#physician option").eachText())
                .containsExactly("Every physician", "Dr. Ines Castellane");
        assertThat(page.select("[aria-labelledby=inside-title]").text())
                .contains("It is health information", "VerifyCaseFile.java");
    }

    @Test
    void aPatientsCaseFileIsAZipToKeep() {
        when(prescribing.caseFile(new CaseFileScope.OfPatient(Sample.ROSALIND)))
                .thenReturn(Sample.of(2));
        isAZip(desk.send(ADDRESS + "/patient", "number", "SW-30177000"));
    }

    @Test
    void aTimeIsWholeDaysOnOurClock() {
        when(prescribing.caseFile(
                        new CaseFileScope.OfPhysician(
                                CASTELLANE,
                                Instant.parse("2026-11-01T04:00:00Z"),
                                Instant.parse("2026-12-01T05:00:00Z"))))
                .thenReturn(Sample.of(1));
        isAZip(
                desk.send(
                        ADDRESS + "/time",
                        "physician",
                        CASTELLANE.toString(),
                        "from",
                        "2026-11-01",
                        "to",
                        "2026-11-30"));
    }

    @Test
    void whoIsNobodyIsSaidAtTheField() {
        var page = again(desk.send(ADDRESS + "/patient", "number", "SW-1"));
        assertThat(page.getElementById("number-error").text()).contains("Nobody has this number");
        assertThat(page.getElementById("number").val()).isEqualTo("SW-1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', from, Enter the first day",
        "'', 2026-11-01, '', to, Enter the last day",
        "'', 2026-11-02, 2026-11-01, to, The last day comes before the first",
        "somebody, 2026-11-01, 2026-11-01, physician, Choose a physician"
    })
    void whatIsTypedWronglyIsSaidAtItsField(
            String physician, String from, String to, String field, String sentence) {
        var page =
                again(desk.send(ADDRESS + "/time", "physician", physician, "from", from, "to", to));
        assertThat(page.getElementById(field + "-error").text()).contains(sentence);
        verify(prescribing, never()).caseFile(any());
    }

    @Test
    void nothingAndTooMuchAreSaid() {
        when(prescribing.caseFile(any())).thenReturn(new CaseFileOutcome.Nothing());
        assertThat(november().getElementById("to-error").text())
                .contains("No decision was signed there");
        when(prescribing.caseFile(any())).thenReturn(new CaseFileOutcome.TooMany(1000));
        assertThat(november().getElementById("to-error").text())
                .contains("more than 1000 decisions", "shorter time");
    }

    private Document november() {
        return again(desk.send(ADDRESS + "/time", "from", "2026-11-01", "to", "2026-11-30"));
    }

    private static Document again(MvcTestResult answer) {
        return Desk.page(answer, 422, "compliance-case-files-error");
    }

    private static void isAZip(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        var response = answer.getResponse();
        assertThat(response.getContentType()).isEqualTo("application/zip");
        assertThat(response.getHeader("Content-Disposition"))
                .contains("attachment", "stillwater-case-file.zip");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getContentAsByteArray()).startsWith('P', 'K');
    }
}
