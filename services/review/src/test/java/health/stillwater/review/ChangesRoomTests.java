package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.RequestId;
import health.stillwater.testing.Actors;
import org.junit.jupiter.api.Test;

class ChangesRoomTests extends ReviewRoom {

    @Test
    void aCaseThatIsNewHasNothingToCompareWith() {
        var request = aWaitingCase();

        assertThat(changes(request).since()).isNull();
    }

    @Test
    void whatIsNewSinceTheCaseCameInIsNamedBeforeAndAfter() {
        var request = aWaitingCase();
        fenceOf(request, reyes);
        assertThat(changes(request).changes()).isEmpty();
        elsewhere.thinksOfSelfHarm(request);

        var changes = changes(request);

        assertThat(changes.changes())
                .containsExactly(
                        new ChangesView.Change(
                                "instruments, phq9", null, "items 1, 1, 1, 1, 1, 1, 1, 1, 2"));
        assertThat(changes.same()).isGreaterThan(5);
    }

    @Test
    void aSecondRequestIsComparedWithTheLastWordAboutTheFirst() {
        var first = aWaitingCase();
        elsewhere.thinksOfSelfHarm(first);
        var fence = fenceOf(first, reyes);
        does(reyes, () -> queue.decided(first, reyes, fence));
        var second = aWaitingCase();
        Actors.asTheProgram(() -> queue.recheck(second));

        assertThat(changes(second).changes())
                .anySatisfy(
                        change -> {
                            assertThat(change.what()).isEqualTo("instruments, phq9");
                            assertThat(change.now()).isNull();
                        });
    }

    private ChangesView changes(RequestId opened) {
        return as(reyes, () -> queue.changes(queue.open(opened, reyes)));
    }
}
