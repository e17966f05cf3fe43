package health.stillwater.ledger;

import static health.stillwater.testing.Actors.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.testing.RoomTest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A log that nobody touched is never suspected, however it grew. */
@RoomTest
@Import(Parts.class)
@TestPropertySource(properties = "a-database-of-its-own=clean")
class CleanLogRoomTests {

    static final Actor PROGRAM = Actor.system("test");
    static final int RUNS = 1000;

    @Autowired Ledger ledger;

    @Autowired Parts parts;

    @Autowired TransactionTemplate transaction;

    @Test
    void aLogThatOnlyGrowsIsNeverSuspected() {
        var random = new Random(1311);
        for (int run = 0; run < RUNS; run++) {
            long last = -1;
            for (int i = random.nextInt(3); i > 0; i--) {
                last = append("{\"run\":" + run + "}", random.nextInt(4) == 0);
            }
            if (last >= 0 && random.nextInt(6) == 0) {
                as(PROGRAM, ledger::checkpoint);
            }
            assertThat(parts.verdict()).as("run " + run).isInstanceOf(Verification.Sound.class);
        }
        assertThat(as(PROGRAM, ledger::verify))
                .isInstanceOfSatisfying(
                        Verification.Sound.class,
                        sound -> assertThat(sound.checkpoints()).isGreaterThan(RUNS / 10));
    }

    /** Its number; negative when the caller changed their mind. */
    private long append(String leaf, boolean changesTheirMind) {
        return as(
                PROGRAM,
                () ->
                        transaction.execute(
                                status -> {
                                    long number = ledger.append(leaf.getBytes(UTF_8));
                                    if (changesTheirMind) {
                                        status.setRollbackOnly();
                                    }
                                    return changesTheirMind ? -1 : number;
                                }));
    }
}
