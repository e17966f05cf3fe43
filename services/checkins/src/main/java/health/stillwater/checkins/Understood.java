package health.stillwater.checkins;

import org.jspecify.annotations.Nullable;

/**
 * What a reply was understood to say.
 *
 * @param score 0 to 10; null when it names none
 * @param alarming whether a physician must look at once
 * @param wish what they want of our texts; null when they said nothing of it
 */
record Understood(@Nullable Integer score, boolean alarming, @Nullable Wish wish) {

    /** What a patient may want of our texts. */
    enum Wish {
        STOP,
        START,
        HELP
    }

    /** Whether there is nothing in it that we understand. */
    boolean nothing() {
        return score == null && !alarming && wish == null;
    }

    /** In one word, for the record. */
    String meaning() {
        if (alarming) {
            return "ALARM";
        }
        if (wish != null) {
            return wish.name();
        }
        return score == null ? "NOT_UNDERSTOOD" : "SCORE";
    }
}
