package health.stillwater.billing;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.runtime.Acting;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps cards on file. Every question to Stripe is asked between transactions, never inside one.
 */
@Component
class CardDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CardDesk.class);

    private final StripeCards stripe;
    private final CardFile file;
    private final Enrollment enrollment;

    CardDesk(StripeCards stripe, CardFile file, Enrollment enrollment) {
        this.stripe = stripe;
        this.file = file;
        this.enrollment = enrollment;
    }

    URI sendToPage(PatientId patient, URI success, URI cancel) {
        var account = file.open(patient, enrollment.patient(patient).email());
        var customer = account.customer().orElseGet(() -> openCustomer(account));
        var page = told(() -> stripe.openPage(customer, account.reference(), success, cancel));
        file.sentTo(patient, page.session());
        return page.address();
    }

    private String openCustomer(Account account) {
        var customer = told(() -> stripe.openCustomer(account.reference()));
        file.isAtStripe(account.patient(), customer);
        return customer;
    }

    /**
     * A person waits, and may simply try again: the customer's key is the same, and a page costs
     * nothing.
     */
    private static <T> T told(Supplier<StripeReply<T>> question) {
        return switch (question.get()) {
            case StripeReply.Told<T>(var what) -> what;
            case StripeReply.Refused<T>(var code, _) ->
                    throw new IllegalStateException("Stripe refused to open a card page: " + code);
            case StripeReply.Unknown<T>(var why, _) -> {
                LOG.warn("No answer to opening a card page: {}", why);
                throw new Refusal.Forbidden(
                        "Stripe did not answer. Nothing was charged and nothing is lost: please try again in a minute.");
            }
        };
    }

    /** Asks Stripe about the page the patient was sent to, and answers whether that is settled. */
    boolean askAbout(PatientId patient) {
        var session = file.openSession(patient);
        if (session.isEmpty()) {
            return true;
        }
        return switch (stripe.cardOfPage(session.get())) {
            case StripeReply.Told<Optional<SavedCard>>(var card) -> {
                card.ifPresent(this::keep);
                yield true;
            }
            case StripeReply.Refused<Optional<SavedCard>>(var code, _) -> {
                LOG.error("Stripe does not know a card page it made: {}", code);
                yield true;
            }
            case StripeReply.Unknown<Optional<SavedCard>> _ -> false;
        };
    }

    /** Keeps what Stripe told, as the program: whoever made us ask, Stripe is the source. */
    Optional<PatientId> keep(SavedCard saved) {
        return Acting.as(Actor.system("billing.keep-card"), () -> file.keep(saved));
    }
}
