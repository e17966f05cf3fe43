package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.PhysicianId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueOrderTests {

    static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    static final PhysicianId REYES = PhysicianId.next();

    @ParameterizedTest
    @CsvSource({"0,0,USUAL", "0,19,USUAL", "0,20,RAISED", "1,1,HIGH", "3,27,HIGH"})
    void readsRiskFromTheQuestionnaire(int selfHarm, int total, Risk risk) {
        assertThat(Risk.of(selfHarm, total)).isEqualTo(risk);
    }

    @Test
    void ordersRiskByTheAlphabetAsTheIndexDoes() {
        assertThat(Risk.values()).extracting(Risk::name).isSorted();
    }

    @Test
    void givesEveryFollowUpLessTimeThanACase() {
        for (var kind : CaseKind.values()) {
            assertThat(FollowUpReason.values())
                    .allSatisfy(reason -> assertThat(reason.within()).isLessThan(kind.within()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "USUAL,24,360", // six hours of twenty-four
        "USUAL,4,60",
        "HIGH,24,15",
        "RAISED,0,0",
        "USUAL,-3,0"
    })
    void keepsACaseForOnePersonAtMostAQuarterOfTheTimeThatIsLeft(
            Risk risk, int hoursLeft, int minutesKept) {
        var due = NOON.plus(Duration.ofHours(hoursLeft));

        assertThat(Keeping.of(REYES, risk, due, NOON).until())
                .isEqualTo(NOON.plus(Duration.ofMinutes(minutesKept)));
    }
}
