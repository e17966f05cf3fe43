package health.stillwater.portals.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import health.stillwater.ledger.Ledger;
import health.stillwater.prescribing.CaseFileOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Draws gathered decisions for people to read, and has the whole sealed. */
@Component
public class CaseFiles {

    private static final String VERIFIER = "VerifyCaseFile.java";

    private final Ledger ledger;
    private final TemplateEngine pages =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    CaseFiles.class.getClassLoader(),
                    "health.stillwater.pages");

    public CaseFiles(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The zip. */
    public byte[] zip(CaseFileOutcome.Gathered gathered) {
        var html = html(gathered);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("case-file.html", html.getBytes(UTF_8));
        files.put("case-file.pdf", Paper.of(html));
        files.put(VERIFIER, verifier());
        return ledger.caseFile(gathered.about(), gathered.evidence(), files);
    }

    /** Answers with the zip, to be kept by whoever asked and by nobody between. */
    public void send(CaseFileOutcome.Gathered gathered, HttpServletResponse response)
            throws IOException {
        var zip = zip(gathered);
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"stillwater-case-file.zip\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(zip.length);
        response.getOutputStream().write(zip);
    }

    private String html(CaseFileOutcome.Gathered gathered) {
        var drawn = new StringOutput();
        pages.render(
                "casefile/file.jte",
                Map.of("view", CaseFilePage.of(gathered, ledger.verifierKey())),
                drawn);
        return Paper.printable(drawn.toString());
    }

    private static byte[] verifier() {
        try {
            return new ClassPathResource(VERIFIER, CaseFiles.class).getContentAsByteArray();
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
