package health.stillwater.licensing;

import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which second factor approves signing access. */
class FactorOfApproverTests {

    private final UUID access = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();

    @ParameterizedTest(name = "completed {0} ms from now: {1}")
    @CsvSource({
        "-120001, older than two minutes",
        "-120000, ",
        "-119999, ",
        "0, ",
        "4999, ",
        "5000, ",
        "5001, has not come yet"
    })
    void itIsFreshAndNotOfTheFuture(long millis, String objection) {
        var factor =
                new FactorOfApprover(
                        "gold", NOON.plusMillis(millis), access.toString(), approver.toString());
        var said = factor.objectionTo(access, approver, NOON);

        if (objection == null) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said.orElseThrow()).contains(objection);
        }
    }

    @Test
    void itIsTheApproversForThisAccessWithASecondFactor() {
        assertThat(objection("silver", access, approver)).contains("without the second factor");
        assertThat(objection("gold", approver, approver)).contains("something else");
        assertThat(objection("gold", access, access)).contains("another person");
    }

    private String objection(String level, UUID nonce, UUID subject) {
        return new FactorOfApprover(level, NOON, nonce.toString(), subject.toString())
                .objectionTo(access, approver, NOON)
                .orElseThrow();
    }
}
