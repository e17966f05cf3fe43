package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Acts on what a webhook said: it asks Stripe for the object, as it stands now, and takes that
 * over. So neither the order of webhooks nor their age nor their version matters.
 */
@Component
class NoticeReading {

    private final StripeInbox inbox;
    private final StripeCards cards;
    private final StripePlans plans;
    private final StripeRefunds refunds;
    private final CardDesk cardDesk;
    private final PlanFile planFile;
    private final RefundFile refundFile;

    NoticeReading(
            StripeInbox inbox,
            StripeCards cards,
            StripePlans plans,
            StripeRefunds refunds,
            CardDesk cardDesk,
            PlanFile planFile,
            RefundFile refundFile) {
        this.inbox = inbox;
        this.cards = cards;
        this.plans = plans;
        this.refunds = refunds;
        this.cardDesk = cardDesk;
        this.planFile = planFile;
        this.refundFile = refundFile;
    }

    /** Answers whether it is settled; if not, it wants to be read again later. */
    boolean read(String id) {
        var about = inbox.toRead(id);
        return about.isEmpty() || read(about.get());
    }

    private boolean read(StripeNotice.About about) {
        var kind = about.type().replaceFirst("\\.[^.]*$", "");
        if (!about.object().isEmpty()) {
            switch (kind) {
                case "checkout.session" -> {
                    return acted(about, cards.cardOfPage(about.object()), this::keep);
                }
                case "setup_intent" -> {
                    return acted(about, cards.cardOfSetup(about.object()), this::keep);
                }
                case "customer.subscription" -> {
                    return acted(about, plans.plan(about.object()), planFile::standsAtStripe);
                }
                case "invoice" -> {
                    return acted(
                            about,
                            planOf(about.object()),
                            found -> found.flatMap(planFile::standsAtStripe));
                }
                case "refund" -> {
                    return acted(about, refunds.refund(about.object()), refundFile::standsAtStripe);
                }
                case "charge.dispute" -> {
                    inbox.isForAPerson(
                            about.id(), "a payment is disputed at the bank: " + about.object());
                    return true;
                }
                case "charge" -> {
                    return acted(about, refunds.ofCharge(about.object()), this::all);
                }
                default -> {}
            }
        }
        inbox.became(about.id(), NoticeStage.IGNORED, null);
        return true;
    }

    private Optional<PatientId> keep(Optional<SavedCard> card) {
        return card.flatMap(cardDesk::keep);
    }

    private Optional<PatientId> all(List<RefundAtStripe> refunds) {
        return refunds.stream()
                .map(refundFile::standsAtStripe)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private StripeReply<Optional<PlanAtStripe>> planOf(String invoice) {
        return switch (plans.subscriptionOf(invoice)) {
            case StripeReply.Told<Optional<String>>(var found) ->
                    found.map(this::plan).orElseGet(() -> new StripeReply.Told<>(Optional.empty()));
            case StripeReply.Refused<Optional<String>>(var code, var words) ->
                    new StripeReply.Refused<>(code, words);
            case StripeReply.Unknown<Optional<String>>(var why, var replayed) ->
                    new StripeReply.Unknown<>(why, replayed);
        };
    }

    private StripeReply<Optional<PlanAtStripe>> plan(String subscription) {
        return switch (plans.plan(subscription)) {
            case StripeReply.Told<PlanAtStripe>(var there) ->
                    new StripeReply.Told<>(Optional.of(there));
            case StripeReply.Refused<PlanAtStripe>(var code, var words) ->
                    new StripeReply.Refused<>(code, words);
            case StripeReply.Unknown<PlanAtStripe>(var why, var replayed) ->
                    new StripeReply.Unknown<>(why, replayed);
        };
    }

    private <T> boolean acted(
            StripeNotice.About about, StripeReply<T> reply, Function<T, Optional<PatientId>> act) {
        return switch (reply) {
            case StripeReply.Told<T>(var what) -> {
                inbox.became(about.id(), NoticeStage.DONE, act.apply(what).orElse(null));
                yield true;
            }
            case StripeReply.Refused<T> _ -> {
                inbox.became(about.id(), NoticeStage.UNREADABLE, null);
                yield true;
            }
            case StripeReply.Unknown<T> _ -> false;
        };
    }
}
