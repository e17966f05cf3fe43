package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.RequestId;
import health.stillwater.testing.Actors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/**
 * The database keeps the same table of stages as the program, for whoever comes past the program.
 */
class StageTableRoomTests extends ReviewRoom {

    @Test
    void theDatabaseAllowsTheMovesOfThePageAndNoOther() {
        var differing = new ArrayList<String>();
        for (var from : CaseStage.values()) {
            for (var to : CaseStage.values()) {
                var allowed =
                        Actors.as(
                                Actor.system("test"),
                                () ->
                                        transaction.execute(
                                                _ ->
                                                        jdbc.sql("select review.may_become(?, ?)")
                                                                .params(from.name(), to.name())
                                                                .query(Boolean.class)
                                                                .single()));
                if (allowed != from.mayBecome(to)) {
                    differing.add(from + " to " + to);
                }
            }
        }
        assertThat(differing).isEmpty();
        assertThat(Arrays.stream(CaseStage.values()).filter(CaseStage.DECIDED::mayBecome))
                .containsExactly(CaseStage.CLAIMED);
    }

    @Test
    void nobodyButItsHolderEndsAClaimWithAnAct() {
        var request = aWaitingCase();
        fenceOf(request, reyes);
        var decide =
                "update review.review_case set stage = 'DECIDED', claimed_by = null, claimed_until = null"
                        + " where id = ?";

        for (var other : new Actor[] {Actor.system("test"), Actors.physician(quill)}) {
            assertThatThrownBy(
                            () ->
                                    Actors.does(
                                            other,
                                            () ->
                                                    transaction.executeWithoutResult(
                                                            _ ->
                                                                    jdbc.sql(decide)
                                                                            .param(request.value())
                                                                            .update())))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only its holder");
        }
    }

    @Test
    void aCaseThatWasNeverClaimedIsNotDecided() {
        var request = aWaitingCase();

        assertThatThrownBy(
                        () ->
                                does(
                                        reyes,
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ ->
                                                                jdbc.sql(
                                                                                "update review.review_case set stage = 'DECIDED' where id = ?")
                                                                        .param(request.value())
                                                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("may not go from WAITING to DECIDED");
    }

    @Test
    void everyMoveIsWrittenByTheDatabaseItself() {
        var request = aWaitingCase();
        var fence = fenceOf(request, reyes);
        does(reyes, () -> queue.decided(request, reyes, fence));

        List<String> moves =
                Actors.as(Actor.system("test"), () -> transaction.execute(_ -> movesOf(request)));
        assertThat(moves).containsExactly("WAITING 0", "CLAIMED 1", "DECIDED 1");
    }

    private List<String> movesOf(RequestId request) {
        return jdbc.sql(
                        "select to_stage || ' ' || fence from review.move where case_id = ? order by id")
                .param(request.value())
                .query(String.class)
                .list();
    }
}
