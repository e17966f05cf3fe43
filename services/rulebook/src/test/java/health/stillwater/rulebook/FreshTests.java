package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How old a fact may be, to the nanosecond; and how its age is written. */
class FreshTests {

    private static final Instant NOW = Instant.parse("2026-06-10T18:05:00.500Z");
    private static final Freshness LIMITS =
            new Freshness(Canonical.parse("{\"license\": \"PT24H\"}"));

    private static boolean fresh(Instant seen) {
        var rules = Canonical.parse("{\"freshness\": {\"license\": \"PT24H\"}}");
        var matter =
                new Matter(
                        Moment.SIGNING,
                        NOW,
                        Facts.none(),
                        Canonical.read(rules, Configuration.class));
        return new Checks(matter).fresh(seen, Freshness.Of.LICENSE, "license");
    }

    @Test
    void itsLimitIsInclusive() {
        var limit = NOW.minus(Duration.ofHours(24));
        assertThat(LIMITS.at(Moment.SIGNING, Freshness.Of.LICENSE)).isEqualTo(Duration.ofHours(24));
        assertThat(fresh(limit.plusNanos(1))).isTrue();
        assertThat(fresh(limit)).isTrue();
        assertThat(fresh(limit.minusNanos(1))).isFalse();
        assertThat(fresh(limit.minusMillis(400))).isFalse(); // the same second, and past it
        assertThat(fresh(limit.minusSeconds(1))).isFalse();
    }

    @Test
    void whatIsDatedLaterThanNowIsNotKnown() {
        assertThat(fresh(NOW)).isTrue();
        assertThat(fresh(NOW.minusNanos(1))).isTrue();
        assertThat(fresh(NOW.plusNanos(1))).isFalse(); // the same second, and later
        assertThat(fresh(NOW.plusSeconds(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PT47H59M, 47 hours 59 minutes",
        "PT48H, 2 days",
        "PT49H, 2 days 1 hour",
        "PT1H59M, 119 minutes",
        "PT2H, 2 hours",
        "PT2H1M, 2 hours 1 minute",
        "PT1M1S, 1 minute 1 second",
        "PT0S, 0 minutes"
    })
    void anAgeIsWrittenInItsLargestUnits(Duration age, String words) {
        assertThat(Ages.words(age)).isEqualTo(words);
    }
}
