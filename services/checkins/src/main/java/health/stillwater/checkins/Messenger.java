package health.stillwater.checkins;

import com.twilio.exception.TwilioException;
import com.twilio.rest.api.v2010.account.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Runs the next errand about a text and says when to come back; knows no transaction. */
@Component
class Messenger {

    private final Texting texting;
    private final Reports reports;
    private final TwilioLine twilio;
    private final CheckInSettings settings;
    private final Clock clock;

    Messenger(
            Texting texting,
            Reports reports,
            TwilioLine twilio,
            CheckInSettings settings,
            Clock clock) {
        this.texting = texting;
        this.reports = reports;
        this.twilio = twilio;
        this.settings = settings;
        this.clock = clock;
    }

    /** When to come back; empty when the text is settled. */
    Optional<Instant> runs(UUID id) {
        return switch (texting.next(id)) {
            case Errand.Nothing _ -> Optional.empty();
            case Errand.Wait wait -> Optional.of(wait.until());
            case Errand.Send send -> sends(id, send);
            case Errand.Find find -> finds(id, find);
            case Errand.Look look -> looks(id, look);
        };
    }

    private Optional<Instant> sends(UUID id, Errand.Send send) {
        switch (twilio.send(send.phone(), send.words(), send.report(), send.valid())) {
            case Sending.Taken taken -> texting.taken(id, taken.sid());
            case Sending.Refused refused -> texting.refused(id, refused.code());
            case Sending.TooBusy _ -> texting.comesAgainSoon(id);
            case Sending.Unknown _ -> texting.isInDoubt(id);
        }
        return soon();
    }

    private Optional<Instant> finds(UUID id, Errand.Find find) {
        try {
            var found = twilio.find(find.phone(), find.words(), find.since(), texting::isKnown);
            found.ifPresentOrElse(
                    message -> {
                        texting.taken(id, message.getSid());
                        believe(id, message);
                    },
                    () -> texting.wasNotFound(id));
        } catch (TwilioException away) {
            return soon(); // Nothing is known; it is asked again.
        }
        return soon();
    }

    private Optional<Instant> looks(UUID id, Errand.Look look) {
        twilio.look(look.sid()).ifPresent(message -> believe(id, message));
        return Optional.of(clock.instant().plus(settings.lookAfter()));
    }

    private void believe(UUID id, Message message) {
        reports.believe(
                id, message.getSid(), message.getStatus().toString(), message.getErrorCode());
    }

    private Optional<Instant> soon() {
        return Optional.of(clock.instant().plus(settings.askAfter()));
    }
}
