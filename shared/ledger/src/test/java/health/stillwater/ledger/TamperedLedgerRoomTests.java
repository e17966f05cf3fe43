package health.stillwater.ledger;

import static health.stillwater.testing.Actors.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.testing.RoomTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log in the hands of somebody who may do everything with the database, and in some kinds with
 * the folder too, but has no key. Every kind of tampering, at many positions, is found, and the
 * first leaf that cannot be trusted is named.
 */
@RoomTest
@Import(Parts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedLedgerRoomTests {

    static final Actor PROGRAM = Actor.system("test");

    /** Enough for a tile and some more. */
    static final int LEAVES = 260;

    /**
     * How many of the positions are tried; -Dtampering.positions=200 for the count that is
     * published.
     */
    static final int POSITIONS = Integer.getInteger("tampering.positions", 20);

    @Autowired Ledger ledger;

    @Autowired LedgerSettings settings;

    @Autowired TransactionTemplate transaction;

    @Autowired Parts parts;

    @Autowired JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String database;

    List<Long> numbers;
    Map<Long, String> notes;
    LogSigner forger;

    @BeforeAll
    void aLogWithACheckpointAtEverySize() throws SQLException {
        for (int i = 0; i < LEAVES; i++) {
            append("{\"decision\":" + i + "}");
            as(PROGRAM, ledger::checkpoint);
        }
        numbers = numbers();
        notes = parts.log().notes();
        forger = Keys.signer(7);
        assertThat(numbers).hasSize(LEAVES);
        assertThat(parts.verdict()).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void everyLeafAndEveryBeginningIsProvedFromTilesAndLeaves() {
        var last = as(PROGRAM, ledger::checkpoint);
        for (long at = 0; at < LEAVES; at++) {
            long index = at;
            var leaf = as(PROGRAM, () -> ledger.leaf(index));
            assertThat(ledger.inclusion(index, LEAVES).holds(leaf, last.root())).isTrue();
            var earlier = SignedNote.open(notes.get(index + 1), parts.keys()).orElseThrow();
            assertThat(
                            ProofCheck.consistency(
                                    index + 1,
                                    LEAVES,
                                    earlier.checkpoint().root(),
                                    last.root(),
                                    ledger.consistency(index + 1, LEAVES)))
                    .isTrue();
        }
        assertThat(parts.log().tiles()).hasSize(LEAVES / Tiles.WIDTH);
    }

    @ParameterizedTest
    @EnumSource(Tampering.class)
    void isFoundAtTheLeafWhereItBegins(Tampering kind) throws SQLException {
        for (int place : places(kind)) {
            try (var intruder = Intruder.in(database, settings.checkpointFolder())) {
                var position = new Position(intruder, place, numbers, notes, forger);
                long expected = kind.at(intruder, position);

                assertThat(parts.over(intruder.jdbc()).verify(parts.outside()))
                        .as("%s at %d", kind, place)
                        .isInstanceOfSatisfying(
                                Verification.Broken.class,
                                broken ->
                                        assertThat(broken.index())
                                                .as("%s at %d: %s", kind, place, broken.reason())
                                                .isEqualTo(expected));
            }
        }
        assertThat(parts.verdict()).isInstanceOf(Verification.Sound.class);
    }

    /** The same for every run; all but the first and the last leaf, which have no two neighbors. */
    private static int[] places(Tampering kind) {
        return new Random(kind.ordinal()).ints(1, LEAVES - 1).distinct().limit(POSITIONS).toArray();
    }

    private List<Long> numbers() {
        return jdbc.sql("select number from ledger.hash order by index").query(Long.class).list();
    }

    private void append(String leaf) {
        long number =
                as(PROGRAM, () -> transaction.execute(_ -> ledger.append(leaf.getBytes(UTF_8))));
        as(PROGRAM, () -> ledger.index(number));
    }
}
