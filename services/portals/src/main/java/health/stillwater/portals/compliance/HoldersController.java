package health.stillwater.portals.compliance;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.licensing.Credentialing;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whoever holds licenses: what they hold, what is taken in, and who may sign. */
@Controller
@RequestMapping("/compliance/credentials/of/{holder}")
class HoldersController {

    private final Credentialing credentialing;
    private final Clock clock;

    HoldersController(Credentialing credentialing, Clock clock) {
        this.credentialing = credentialing;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show(@PathVariable String holder) {
        return Screen.of("compliance/holder").with("view", page(holder));
    }

    /** The form to take in a credential of one kind. */
    @GetMapping("/credentials")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen form(@PathVariable String holder, @RequestParam Map<String, String> asked) {
        var page = page(holder);
        var form = CredentialForm.of(asked);
        return form.kind().filter(page.view().holder()::mayHold).isEmpty()
                ? Screen.go(page.address())
                : Screen.of("compliance/credential-form")
                        .with("view", new CredentialFormPage(page, form));
    }

    @PostMapping("/credentials")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen record(
            @PathVariable String holder,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        var page = page(holder);
        var form = CredentialForm.of(typed);
        if (form.kind().filter(page.view().holder()::mayHold).isEmpty()) {
            return Screen.go(page.address());
        }
        var errors = form.errors();
        if (!errors.isEmpty()) {
            return again(page, form, errors);
        }
        try {
            credentialing.record(page.view().holder(), form.told(clock));
        } catch (Refusal.Overtaken known) {
            return again(page, form, FieldErrors.of("number", words(known)));
        } catch (Refusal.Forbidden elsewhere) {
            return again(page, form, FieldErrors.of("state", words(elsewhere)));
        }
        return Screen.go(
                page.address(), "It is on file. It counts once its source confirms it.", next);
    }

    /** The first of two persons says that this physician may sign. */
    @PostMapping("/access")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen enter(@PathVariable String holder, RedirectAttributes next) {
        var page = page(holder);
        try {
            credentialing.enterAccess(physician(page));
        } catch (Refusal.Forbidden | Refusal.Overtaken refused) {
            return Screen.again("compliance/holder", FieldErrors.of("access", words(refused)))
                    .with("view", page);
        }
        return Screen.go(
                page.address(),
                "Entered. A second person, a DEA registrant, approves it with their second factor.",
                next);
    }

    @PostMapping("/access/revocation")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen revoke(
            @PathVariable String holder,
            @RequestParam(defaultValue = "") String because,
            RedirectAttributes next) {
        var page = page(holder);
        if (because.isBlank() || because.length() > Days.LONGEST) {
            return Screen.again(
                            "compliance/holder",
                            FieldErrors.of(
                                    "because",
                                    "Say why, in fewer than " + Days.LONGEST + " letters."))
                    .with("view", page);
        }
        try {
            credentialing.revokeAccess(physician(page), because);
        } catch (Refusal.Overtaken nothing) {
            return Screen.again("compliance/holder", FieldErrors.of("because", words(nothing)))
                    .with("view", page);
        }
        return Screen.go(page.address(), "Signing access is revoked, from now on.", next);
    }

    private static Screen again(HolderPage page, CredentialForm form, FieldErrors errors) {
        return Screen.again("compliance/credential-form", errors)
                .with("view", new CredentialFormPage(page, form));
    }

    private static PhysicianId physician(HolderPage page) {
        var physician = page.view().holder().physician();
        if (physician == null) {
            throw new Refusal.Missing("This physician");
        }
        return physician;
    }

    private static String words(Refusal refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "");
    }

    private HolderPage page(String holder) {
        return new HolderPage(credentialing.holder(HolderPage.holder(holder)), clock.instant());
    }
}
