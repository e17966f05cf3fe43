package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.rulebook.Replay;
import health.stillwater.testing.Actors;
import org.junit.jupiter.api.Test;

/** What the gate said is kept with what it permitted or stopped, and can be made again. */
class ReplayedRoomTests extends SigningRoom {

    @Test
    void whatTheGateSaidOfATextToBeMarkedReadyIsKeptANoAsWell() {
        elsewhere.visited(reyes, request, clock.instant()); // the monitoring report is gone
        as(reyes, () -> prescribing.readyToSign(request, reyes, fence, Forms.approving()));
        ready(Forms.declining());

        var kept =
                Actors.as(
                        Actor.system("test"),
                        () ->
                                transaction.execute(
                                        _ ->
                                                jdbc.sql(
                                                                "select allowed, snapshot from prescribing.judgement"
                                                                        + " where request_id = ? order by id")
                                                        .param(request.value())
                                                        .query()
                                                        .listOfRows()));

        assertThat(kept).extracting(row -> row.get("allowed")).containsExactly(false, true);
        assertThat(kept)
                .allSatisfy(
                        row ->
                                assertThat(rulebook.replayed((String) row.get("snapshot")).same())
                                        .isTrue());
    }

    @Test
    void aSignedDecisionIsReplayedFromItsEvidence() {
        var record = as(reyes, () -> prescribing.record(signed(Forms.approving())));

        var replay = rulebook.replayed(record.gate());

        assertThat(replay.same()).isTrue();
        assertThat(replay.then().allowed()).isTrue();
        assertThat(replay.lines()).noneMatch(Replay.Line::differs);
    }
}
