package health.stillwater.portals.compliance;

import health.stillwater.ledger.Ledger;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The ledger of signed decisions: what was signed, whether it still holds, and how anyone can check
 * it without us.
 */
@Controller
@RequestMapping("/compliance/ledger")
class LedgerController {

    private static final int CHECKPOINTS = 20;

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show() {
        return Screen.of("compliance/ledger").with("view", page());
    }

    /**
     * Computes all of it again from the entries; the answer is said once, and stands in the audit
     * trail.
     */
    @PostMapping("/verifications")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen verify() {
        var found = ledger.verify();
        return Screen.of("compliance/ledger").with("view", page().with(found));
    }

    @GetMapping("/entries")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen prove(@RequestParam(defaultValue = "") String entry) {
        var page = page();
        var wrong = wrong(entry, page);
        if (wrong.isPresent()) {
            return Screen.again("compliance/ledger", FieldErrors.of("entry", wrong.get()))
                    .with("view", page.with(entry, null));
        }
        var checkpoint = page.checkpoints().getFirst();
        long index = number(entry).orElseThrow() - 1;
        var proof =
                EntryProof.of(
                        ledger.leaf(index), ledger.inclusion(index, checkpoint.size()), checkpoint);
        return Screen.of("compliance/ledger").with("view", page.with(entry, proof));
    }

    /**
     * The whole ledger in one file, with its checkpoint and key. It is health information, and the
     * export is on record.
     */
    @PostMapping("/exports")
    @PreAuthorize("hasRole('COMPLIANCE')")
    void export(HttpServletResponse response) throws IOException {
        try (var archive = LedgerArchive.of(ledger)) {
            response.setContentType("application/zip");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"stillwater-ledger.zip\"");
            response.setHeader("Cache-Control", "no-store");
            archive.writeTo(response.getOutputStream());
        }
    }

    private static Optional<String> wrong(String entry, LedgerPage page) {
        var number = number(entry);
        if (number.isEmpty() || number.get() < 1) {
            return Optional.of("Enter the number of an entry, from 1 on.");
        }
        if (number.get() > page.entries()) {
            return Optional.of("The ledger has " + page.entries() + " entries.");
        }
        var last = page.last();
        return last == null || number.get() > last.size()
                ? Optional.of(
                        "No checkpoint covers this entry yet. The next one is signed within a minute.")
                : Optional.empty();
    }

    private static Optional<Long> number(String typed) {
        try {
            return Optional.of(Long.parseLong(typed.strip().replace(",", "")));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private LedgerPage page() {
        return new LedgerPage(
                ledger.size(),
                ledger.checkpoints(CHECKPOINTS),
                ledger.verifierKey(),
                null,
                null,
                "");
    }
}
