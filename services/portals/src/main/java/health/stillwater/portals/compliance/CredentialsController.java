package health.stillwater.portals.compliance;

import health.stillwater.kernel.Refusal;
import health.stillwater.licensing.CredentialId;
import health.stillwater.licensing.Credentialing;
import health.stillwater.licensing.Evidence;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every license and registration the program depends on, and what its source says of each. */
@Controller
@RequestMapping("/compliance/credentials")
class CredentialsController {

    private final Credentialing credentialing;
    private final Clock clock;

    CredentialsController(Credentialing credentialing, Clock clock) {
        this.credentialing = credentialing;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen index() {
        return Screen.of("compliance/credentials")
                .with("view", CredentialsPage.of(credentialing.all(), clock.instant()));
    }

    @GetMapping("/{credential}")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show(@PathVariable UUID credential) {
        return Screen.of("compliance/credential").with("view", page(credential));
    }

    /** Puts the question to its source once more. */
    @PostMapping("/{credential}/questions")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen ask(@PathVariable UUID credential, RedirectAttributes next) {
        credentialing.askAgain(new CredentialId(credential));
        return Screen.go(
                address(credential),
                "The source is being asked. Its answer stands here in a moment: reload the page.",
                next);
    }

    /** Records that it is renewed. */
    @PostMapping("/{credential}/renewals")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen renew(
            @PathVariable UUID credential,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String document,
            RedirectAttributes next) {
        var page = page(credential);
        var day = Days.of(until);
        var wrong = new LinkedHashMap<String, String>();
        if (day.isEmpty()) {
            wrong.put("until", Days.EXAMPLE);
        }
        if (document.length() > Days.LONGEST) {
            wrong.put("document", "Name the document in fewer than " + Days.LONGEST + " letters.");
        }
        if (!wrong.isEmpty()) {
            return again(page, new FieldErrors(wrong));
        }
        try {
            credentialing.renew(
                    new CredentialId(credential), day.orElseThrow(), paper(document, clock));
        } catch (Refusal.Forbidden refused) {
            return again(
                    page,
                    FieldErrors.of("until", Objects.requireNonNullElse(refused.getMessage(), "")));
        }
        return Screen.go(
                address(credential),
                "The renewal is on file. It counts once its source confirms it, and is asked now.",
                next);
    }

    /** A paper that was brought; null when none was. It proves nothing by itself. */
    static @Nullable Evidence paper(String document, Clock clock) {
        return document.isBlank()
                ? null
                : new Evidence("Paper on file", document.strip(), clock.instant());
    }

    private static Screen again(CredentialPage page, FieldErrors errors) {
        return Screen.again("compliance/credential", errors).with("view", page);
    }

    private CredentialPage page(UUID credential) {
        return new CredentialPage(
                credentialing.credential(new CredentialId(credential)), clock.instant());
    }

    private static String address(UUID credential) {
        return "/compliance/credentials/" + credential;
    }
}
