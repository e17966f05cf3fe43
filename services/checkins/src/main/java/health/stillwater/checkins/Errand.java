package health.stillwater.checkins;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** What is to be done next about a text. */
sealed interface Errand {

    /** Hand it to Twilio. */
    record Send(String phone, String words, URI report, Duration valid) implements Errand {}

    /** Ask Twilio whether it was taken. */
    record Find(String phone, String words, Instant since) implements Errand {}

    /** Ask Twilio what became of it: no report came. */
    record Look(String sid) implements Errand {}

    /** It is not its time. */
    record Wait(Instant until) implements Errand {}

    /** It is settled. */
    record Nothing() implements Errand {}
}
