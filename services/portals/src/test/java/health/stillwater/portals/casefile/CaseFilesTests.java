package health.stillwater.portals.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.ledger.Ledger;
import health.stillwater.prescribing.CaseFileOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class CaseFilesTests {

    private final Ledger ledger = mock(Ledger.class);
    private final CaseFiles caseFiles = new CaseFiles(ledger);

    @Test
    void bringsAPageToReadAPdfToPrintAndTheVerifier() throws IOException {
        var files = files(Sample.of(3));

        assertThat(files.keySet())
                .containsExactly("case-file.html", "case-file.pdf", "VerifyCaseFile.java");
        var page = Jsoup.parse(new String(files.get("case-file.html"), UTF_8));
        assertThat(page.select("h1").text()).isEqualTo("Case file of signed decisions");
        assertThat(page.select("section h2").eachText())
                .containsExactly("Entry 1: Declined", "Entry 2: Declined", "Entry 3: Declined");
        assertThat(page.body().text())
                .contains("Every decision about Rosalind Teague: 3 decisions")
                .contains("It does not stand any more: entry 2 took its place.")
                .contains("It takes the place of entry 1.")
                .contains("Patient, date of birth 1979-03-09", "D06 FAIL: No visit")
                .contains("As <b>written</b>");
        assertThat(page.select("script, link, img, a")).isEmpty();
        assertThat(new String(files.get("VerifyCaseFile.java"), UTF_8))
                .contains("class VerifyCaseFile");
    }

    @Test
    void thePdfSaysTheSameAndDoesNothing() throws IOException {
        var pdf = files(Sample.of(2)).get("case-file.pdf");

        try (var paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                    .contains(
                            "Entry 2: Declined", "Rosalind Teague", "It takes the place of entry 1")
                    .contains("Page 1 of " + paper.getNumberOfPages());
            var catalog = paper.getDocumentCatalog();
            assertThat(catalog.getOpenAction()).isNull();
            assertThat(catalog.getCOSObject().containsKey(COSName.AA)).isFalse();
            assertThat(catalog.getNames()).isNull();
            for (var sheet : paper.getPages()) {
                assertThat(sheet.getAnnotations()).isEmpty();
            }
            assertThat(paper.getDocumentInformation().getAuthor()).isNull();
        }
        Files.createDirectories(Path.of("target/pages"));
        Files.write(Path.of("target/pages/case-file.pdf"), pdf);
    }

    /** What a person typed is said, and does nothing: not in the page, not on paper. */
    @Test
    void whatWasTypedIsOnlySaid() throws IOException {
        var typed =
                "<script>alert(1)</script> & \"quoted\" \u0000\u0007\u202Eright\u202C ]]> Zoë Łukasz Ω ''";

        var files = files(Sample.of(1, typed));

        var page = Jsoup.parse(new String(files.get("case-file.html"), UTF_8));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.body().text())
                .contains("<script>alert(1)</script> & \"quoted\"", "Zoë Łukasz Ω")
                .doesNotContain("\u202E", "\u0000");
        try (var paper = Loader.loadPDF(files.get("case-file.pdf"))) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                    .contains("<script>alert(1)</script> &", "Zoë Łukasz Ω");
        }
    }

    private Map<String, byte[]> files(CaseFileOutcome.Gathered gathered) throws IOException {
        when(ledger.verifierKey()).thenReturn("stillwater.health/decisions+5f1c2b3a+AbCdEf");
        when(ledger.caseFile(any(), any(), any())).thenReturn(new byte[] {1});
        assertThat(caseFiles.zip(gathered)).containsExactly(1);
        @SuppressWarnings("unchecked")
        ArgumentCaptor<Map<String, byte[]>> files = ArgumentCaptor.forClass(Map.class);
        verify(ledger)
                .caseFile(
                        eq(List.of("patient " + Sample.ROSALIND, "made 2026-11-24T18:12:00Z")),
                        eq(gathered.evidence()),
                        files.capture());
        Files.createDirectories(Path.of("target/pages"));
        Files.write(Path.of("target/pages/case-file.html"), files.getValue().get("case-file.html"));
        return files.getValue();
    }
}
