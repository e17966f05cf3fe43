package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.RequestId;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** The time we promised: its alarm, and when it stands still. */
class LateCaseRoomTests extends ReviewRoom {

    RequestId request;
    long fence;

    @BeforeEach
    void aCaseOfDrReyes() {
        request = aWaitingCase();
        fence = fenceOf(request, reyes);
    }

    @Test
    void aLateCaseRingsOnceAndComplianceSeesIt(AssertablePublishedEvents published) {
        clock.passes(Duration.ofHours(24));
        Actors.asTheProgram(() -> intake.ring(request));
        assertThat(rung(published)).isZero();
        clock.passes(Duration.ofSeconds(1));
        Actors.asTheProgram(() -> intake.ring(request));
        Actors.asTheProgram(() -> intake.ring(request));

        assertThat(rung(published)).isEqualTo(1);
        assertThat(Actors.as(Actors.staff(Actor.Kind.COMPLIANCE), oversight::late))
                .extracting(LateCase::reference)
                .contains(QueueRow.reference(request));
    }

    @Test
    void aCaseThatWaitsForThePatientIsNotLate() {
        does(reyes, () -> casework.ask(request, reyes, fence, "Which dose?"));
        clock.passes(Duration.ofHours(48));
        Actors.asTheProgram(() -> intake.ring(request));

        assertThat(
                        asProgram(
                                "select count(*) from review.review_case where id = ? and overdue_since is not null",
                                request))
                .isZero();
    }

    @Test
    void nothingWrittenHereIsChangedAfterwards() {
        does(reyes, () -> casework.ask(request, reyes, fence, "Which dose?"));
        for (var sql :
                List.of(
                        "update review.pause set words = 'other'",
                        "delete from review.pause_end",
                        "update review.move set fence = 0",
                        "truncate review.note")) {
            assertThatThrownBy(
                            () ->
                                    Actors.asTheProgram(
                                            () ->
                                                    transaction.executeWithoutResult(
                                                            _ -> jdbc.sql(sql).update())))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private long rung(AssertablePublishedEvents published) {
        return StreamSupport.stream(published.ofType(CaseOverdue.class).spliterator(), false)
                .filter(news -> news.request().equals(request))
                .count();
    }
}
