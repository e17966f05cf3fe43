package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecondFactorTests {

    static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");

    @Test
    void signsWhatItWasGivenFor() {
        assertAccepted(new SecondFactor("gold", NOW.minusSeconds(3), "n", "me"));
    }

    @Test
    void isGoodForTwoMinutes() {
        assertAccepted(new SecondFactor("gold", NOW.minusSeconds(120), "n", "me"));
        assertRefused(
                new SecondFactor("gold", NOW.minusSeconds(120).minusMillis(1), "n", "me"), "older");
    }

    @Test
    void mayBeAheadOnlyAsFarAsClocksDiffer() {
        assertAccepted(new SecondFactor("gold", NOW.plusSeconds(5), "n", "me"));
        assertRefused(
                new SecondFactor("gold", NOW.plusSeconds(5).plusMillis(1), "n", "me"),
                "not come yet");
    }

    @Test
    void isMoreThanAPassword() {
        assertRefused(new SecondFactor("silver", NOW, "n", "me"), "without the second factor");
        assertRefused(new SecondFactor("Gold", NOW, "n", "me"), "without the second factor");
        assertRefused(new SecondFactor("", NOW, "n", "me"), "without the second factor");
    }

    @Test
    void isForThisTextAlone() {
        assertRefused(new SecondFactor("gold", NOW, "m", "me"), "something else");
    }

    @Test
    void isThePhysiciansOwn() {
        assertRefused(new SecondFactor("gold", NOW, "n", "you"), "another person");
    }

    private static void assertAccepted(SecondFactor factor) {
        assertThat(factor.objectionTo("me", "n", NOW)).isEmpty();
    }

    private static void assertRefused(SecondFactor factor, String why) {
        assertThat(factor.objectionTo("me", "n", NOW))
                .hasValueSatisfying(said -> assertThat(said).contains(why));
    }
}
