package health.stillwater.portals.billing;

import health.stillwater.billing.Billing;
import health.stillwater.billing.InvoiceId;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Giving money back: the amount and the reason, a page to look once more, and only then the refund.
 */
@Controller
@RequestMapping("/billing/accounts/{patient}/invoices/{invoice}/refunds")
class RefundController {

    /** What the button that moves the money sends; without it the page before it is shown. */
    private static final String CONFIRMED = "yes";

    private final Billing billing;

    RefundController(Billing billing) {
        this.billing = billing;
    }

    @GetMapping
    @PreAuthorize("hasRole('BILLING')")
    Screen show(@PathVariable UUID patient, @PathVariable UUID invoice) {
        return Screen.of("billing/refund").with("view", page(patient, invoice));
    }

    @PostMapping
    @PreAuthorize("hasRole('BILLING')")
    Screen create(
            @PathVariable UUID patient,
            @PathVariable UUID invoice,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String confirmed,
            RedirectAttributes next) {
        var view = page(patient, invoice);
        var form = new RefundForm(amount, reason);
        var errors = form.errors(view.invoice());
        if (!errors.isEmpty()) {
            return Screen.again("billing/refund", errors).with("view", view);
        }
        if (!CONFIRMED.equals(confirmed)) {
            return Screen.of("billing/refund-check")
                    .with("view", view)
                    .with("amount", form.money().orElseThrow())
                    .with("reason", form.coded().orElseThrow());
        }
        return moved(view, form, next);
    }

    /** From the page before the money moves, back to the form as it was typed. */
    @PostMapping("/change")
    @PreAuthorize("hasRole('BILLING')")
    Screen edit(@PathVariable UUID patient, @PathVariable UUID invoice) {
        return show(patient, invoice);
    }

    private Screen moved(RefundPage view, RefundForm form, RedirectAttributes next) {
        var amount = form.money().orElseThrow();
        try {
            billing.refund(view.invoice().id(), amount, form.coded().orElseThrow());
        } catch (Refusal.Forbidden tooMuch) {
            return Screen.again("billing/refund", FieldErrors.of("amount", sentence(tooMuch)))
                    .with("view", page(view));
        } catch (Refusal.Overtaken underWay) {
            return Screen.of("billing/refund")
                    .with("view", page(view))
                    .with("stopped", sentence(underWay))
                    .answering(HttpStatus.CONFLICT);
        }
        return Screen.go(
                view.page().address(),
                "The refund of "
                        + amount
                        + " is on its way to Stripe. What became of it stands below.",
                next);
    }

    private static String sentence(Refusal refusal) {
        return Objects.requireNonNullElse(refusal.getMessage(), "");
    }

    private RefundPage page(RefundPage before) {
        return RefundPage.of(billing.account(before.account().patient()), before.invoice().id());
    }

    private RefundPage page(UUID patient, UUID invoice) {
        return RefundPage.of(billing.account(new PatientId(patient)), new InvoiceId(invoice));
    }
}
