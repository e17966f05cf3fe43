package health.stillwater.checkins;

import org.jspecify.annotations.Nullable;

/** What came of handing a text to Twilio. */
sealed interface Sending {

    /** Twilio has it. */
    record Taken(String sid) implements Sending {}

    /** Twilio refused it, and says why with a number of its own. */
    record Refused(@Nullable Integer code) implements Sending {}

    /** Twilio is too busy and did not take it. */
    record TooBusy() implements Sending {}

    /** Nobody knows. */
    record Unknown() implements Sending {}
}
