package health.stillwater.checkins;

import health.stillwater.enrollment.Contact;
import health.stillwater.enrollment.Enrollment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of sending a text, each in a transaction of its own; the call to Twilio stands between
 * them. Consent and the hour are judged at the moment of sending, not when the text was planned.
 */
@Service
class Texting {

    private final TextMessages texts;
    private final Undelivered undelivered;
    private final Enrollment enrollment;
    private final CheckInSettings settings;
    private final PublicAddress address;
    private final Clock clock;

    Texting(
            TextMessages texts,
            Undelivered undelivered,
            Enrollment enrollment,
            CheckInSettings settings,
            PublicAddress address,
            Clock clock) {
        this.texts = texts;
        this.undelivered = undelivered;
        this.enrollment = enrollment;
        this.settings = settings;
        this.address = address;
        this.clock = clock;
    }

    /** What is to be done now. */
    @Transactional
    Errand next(UUID id) {
        var text = locked(id);
        var now = clock.instant();
        return switch (text.stage()) {
            case PLANNED -> departure(text, now);
            case SENDING -> {
                text.isInDoubt(now); // We fell over between the call and its outcome.
                texts.save(text);
                yield find(text);
            }
            case UNKNOWN -> find(text);
            case ACCEPTED, SENT -> look(text, now);
            case DELIVERED, UNDELIVERED, WITHDRAWN -> new Errand.Nothing();
        };
    }

    private Errand departure(TextMessage text, Instant now) {
        var contact = enrollment.contactOf(text.patient());
        var wording = text.wording();
        var unwanted = wording.needsConsent() && !contact.mayText();
        if (unwanted || now.isAfter(text.dueAt().plus(settings.staleAfter()))) {
            text.withdraw(null, now);
            texts.save(text);
            return new Errand.Nothing();
        }
        var leaves = earliest(text, contact, now);
        if (leaves.isAfter(now)) {
            return new Errand.Wait(leaves);
        }
        text.isBeingSent(contact.phone(), now);
        texts.save(text);
        var report = address.reportsOn(text.id(), text.attempts());
        return new Errand.Send(contact.phone(), wording.words(), report, valid(text, contact, now));
    }

    private Instant earliest(TextMessage text, Contact contact, Instant now) {
        var due = text.dueAt().isAfter(now) ? text.dueAt() : now;
        return text.wording().keepsHours() ? settings.hours().nextOpen(due, contact.zone()) : due;
    }

    /** A text that Twilio holds back must not ring in the night. */
    private Duration valid(TextMessage text, Contact contact, Instant now) {
        return text.wording().keepsHours()
                ? settings.hours().leftAt(now, contact.zone())
                : Duration.ZERO;
    }

    private Errand find(TextMessage text) {
        var phone = text.phone();
        var sentAt = text.sentAt();
        if (phone == null || sentAt == null) {
            throw new IllegalStateException("in doubt without having been sent: " + text.id());
        }
        return new Errand.Find(phone, text.wording().words(), sentAt);
    }

    private Errand look(TextMessage text, Instant now) {
        var patience = text.since().plus(settings.lookAfter());
        var sid = text.sid();
        return sid == null || now.isBefore(patience)
                ? new Errand.Wait(patience)
                : new Errand.Look(sid);
    }

    @Transactional
    void taken(UUID id, String sid) {
        var text = locked(id);
        text.taken(sid, clock.instant());
        texts.save(text);
    }

    @Transactional
    void isInDoubt(UUID id) {
        var text = locked(id);
        if (text.stage() == TextStage.SENDING) {
            text.isInDoubt(clock.instant());
            texts.save(text);
        }
    }

    /** Twilio was too busy and did not take it. */
    @Transactional
    void comesAgainSoon(UUID id) {
        var text = locked(id);
        var now = clock.instant();
        text.comesAgain(now.plus(settings.askAfter()), null, now);
        texts.save(text);
    }

    /** Twilio refused it with a number of its own. */
    @Transactional
    void refused(UUID id, @Nullable Integer code) {
        undelivered.failed(locked(id), code);
    }

    /**
     * Twilio was asked and does not know of it. Once may be haste; several times in a row it was
     * not taken.
     */
    @Transactional
    void wasNotFound(UUID id) {
        var text = locked(id);
        if (text.stage() != TextStage.UNKNOWN) {
            return;
        }
        if (text.wasNotFound() < settings.asksMax()) {
            texts.save(text);
        } else {
            undelivered.neverTaken(text);
        }
    }

    boolean isKnown(String sid) {
        return texts.existsBySid(sid);
    }

    private TextMessage locked(UUID id) {
        return texts.locked(id).orElseThrow(() -> new IllegalStateException("no text " + id));
    }
}
