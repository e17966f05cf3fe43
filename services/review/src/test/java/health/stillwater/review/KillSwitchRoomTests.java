package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.KillSwitch.Said;
import health.stillwater.rulebook.KillSwitch.Scope;
import health.stillwater.rulebook.NewKillSwitch;
import health.stillwater.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is stopped as a whole leaves the queue at once, and is there again when the stop ends. */
class KillSwitchRoomTests extends ReviewRoom {

    private long thrown;

    @AfterEach
    void nothingStaysStopped() {
        lift();
    }

    @Test
    void theCasesOfAPhysicianWhoIsStoppedLeaveTheQueueAndComeBack() {
        var request = aWaitingCase();
        throwSwitch(Scope.PHYSICIAN, reyes.toString());
        waitUntil(request, CaseStage.HELD);
        assertThat(as(reyes, () -> queue.open(request, reyes)).heldBecause())
                .anySatisfy(sentence -> assertThat(sentence).contains("D39"));

        lift();
        waitUntil(request, CaseStage.WAITING);
    }

    @Test
    void aStateThatIsStoppedEmptiesItsQueueAndNoOther() {
        var florida = aWaitingCase();
        var elsewhereCase = aWaitingCaseIn(UsState.RI);
        throwSwitch(Scope.STATE, "FL");

        waitUntil(florida, CaseStage.HELD);
        assertThat(stageOf(elsewhereCase)).contains(CaseStage.WAITING);
    }

    @Test
    void aStopOfEverythingEmptiesTheQueue() {
        var request = aWaitingCase();
        throwSwitch(Scope.EVERYTHING, null);

        waitUntil(request, CaseStage.HELD);
    }

    private void throwSwitch(Scope scope, String target) {
        thrown =
                Actors.as(
                        Actors.staff(Actor.Kind.COMPLIANCE),
                        () ->
                                rulebook.stop(
                                        new NewKillSwitch(
                                                scope, target, "What it is", "A recall")));
    }

    private void lift() {
        if (thrown != 0) {
            var number = thrown;
            thrown = 0;
            Actors.does(
                    Actors.staff(Actor.Kind.COMPLIANCE),
                    () -> rulebook.say(number, Said.LIFTED, "It is settled"));
        }
    }
}
