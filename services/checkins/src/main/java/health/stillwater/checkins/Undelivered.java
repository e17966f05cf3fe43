package health.stillwater.checkins;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.ReviewQueue;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides what follows when a text did not arrive: an end to texts, another attempt, or a person
 * who calls.
 */
@Component
class Undelivered {

    /** What Twilio's error numbers mean for us. */
    private enum Meaning {
        OPTED_OUT,
        WORTH_ANOTHER_ATTEMPT,
        FINAL
    }

    private static final Logger LOG = LoggerFactory.getLogger(Undelivered.class);

    private final TextMessages texts;
    private final Enrollment enrollment;
    private final ReviewQueue review;
    private final CheckInSettings settings;
    private final Clock clock;

    Undelivered(
            TextMessages texts,
            Enrollment enrollment,
            ReviewQueue review,
            CheckInSettings settings,
            Clock clock) {
        this.texts = texts;
        this.enrollment = enrollment;
        this.review = review;
        this.settings = settings;
        this.clock = clock;
    }

    /** It certainly did not arrive, for this reason. */
    void failed(TextMessage text, @Nullable Integer code) {
        var now = clock.instant();
        switch (meaning(code)) {
            case OPTED_OUT -> {
                text.withdraw(code, now);
                texts.save(text);
                enrollment.stopTexts(text.patient());
            }
            case WORTH_ANOTHER_ATTEMPT -> againOrGiveUp(text, code, now);
            case FINAL -> giveUp(text, code, now);
        }
    }

    /** Twilio was asked often enough: it never had it. */
    void neverTaken(TextMessage text) {
        againOrGiveUp(text, null, clock.instant());
    }

    private void againOrGiveUp(TextMessage text, @Nullable Integer code, Instant now) {
        var next =
                code == null ? now : now.plus(settings.retryAfter().multipliedBy(text.attempts()));
        var stale = next.isAfter(text.firstDue().plus(settings.staleAfter()));
        if (stale || text.attempts() > settings.retriesMax()) {
            giveUp(text, code, now);
            return;
        }
        text.comesAgain(next, code, now);
        texts.save(text);
    }

    private void giveUp(TextMessage text, @Nullable Integer code, Instant now) {
        LOG.warn("Text {} did not arrive, Twilio error {}.", text.id(), code);
        text.failed(code, now);
        texts.save(text);
        var what = text.isCheckIn() ? "The check-in of day " + text.day() : "An automatic reply";
        var why = code == null ? "Twilio never took it." : "Twilio error " + code + ".";
        review.openFollowUp(
                text.patient(),
                FollowUpReason.UNDELIVERED,
                what + " did not reach the patient's phone. " + why + " " + text.reference());
    }

    /**
     * 30003: phone off. 30001: queue full. 30008: unknown. 30036: not delivered in its hours. The
     * rest will not mend itself.
     */
    private static Meaning meaning(@Nullable Integer code) {
        return switch (code == null ? 0 : code) {
            case 21610 -> Meaning.OPTED_OUT;
            case 30001, 30003, 30008, 30036 -> Meaning.WORTH_ANOTHER_ATTEMPT;
            default -> Meaning.FINAL;
        };
    }
}
