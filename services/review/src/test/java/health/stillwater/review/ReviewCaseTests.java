package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReviewCaseTests {

    static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    static final PhysicianId REYES = PhysicianId.next();
    static final PhysicianId QUILL = PhysicianId.next();

    final ReviewCase reviewCase =
            ReviewCase.open(
                    RequestId.next(), PatientId.next(), UsState.FL, REYES, CaseKind.NEW, NOON);

    @Test
    void beginsOutsideTheQueue() {
        assertThat(reviewCase.stage()).isEqualTo(CaseStage.HELD);
        assertThatThrownBy(() -> reviewCase.claim(REYES, NOON))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void saysWhyItIsHeld() {
        reviewCase.hold(List.of("D17: no report", "D03: no location today"));

        assertThat(reviewCase.heldBecause())
                .containsExactly("D17: no report", "D03: no location today");
    }

    @Test
    void isDueADayAfterTheVisit() {
        assertThat(QueueRow.of(reviewCase, REYES, NOON.plus(Duration.ofHours(24))).overdue())
                .isFalse();
        assertThat(
                        QueueRow.of(
                                        reviewCase,
                                        REYES,
                                        NOON.plus(Duration.ofHours(24)).plusSeconds(1))
                                .overdue())
                .isTrue();
    }

    @Nested
    class Claimed {

        final Claim claim;

        {
            reviewCase.letIn();
            claim = reviewCase.claim(REYES, NOON);
        }

        @Test
        void isOnePhysiciansForHalfAnHour() {
            assertThat(claim).isEqualTo(new Claim(1, NOON.plus(Duration.ofMinutes(30))));
            assertThat(reviewCase.claimOf(REYES, NOON.plus(Duration.ofMinutes(30)).minusMillis(1)))
                    .contains(claim);
            assertThat(reviewCase.claimOf(REYES, claim.until())).isEmpty();
            assertThat(reviewCase.claimOf(QUILL, NOON)).isEmpty();
        }

        @Test
        void isNobodyElsesWhileItLasts() {
            assertThatThrownBy(() -> reviewCase.claim(QUILL, claim.until().minusMillis(1)))
                    .isInstanceOf(Refusal.Overtaken.class);
        }

        @Test
        void canBeTakenOverWhenItIsOverAndTheOldFenceIsDead() {
            var later = reviewCase.claim(QUILL, claim.until());

            assertThat(later.fence()).isEqualTo(2);
            assertThatThrownBy(() -> reviewCase.decided(REYES, claim.fence(), claim.until()))
                    .isInstanceOf(Refusal.Overtaken.class);
            assertThatThrownBy(() -> reviewCase.decided(QUILL, claim.fence(), claim.until()))
                    .isInstanceOf(Refusal.Overtaken.class);
        }

        @Test
        void lastsLongerWhenRenewedInTime() {
            var renewed = reviewCase.held().renew(REYES, 1, NOON.plus(Duration.ofMinutes(20)));

            assertThat(renewed).isEqualTo(new Claim(1, NOON.plus(Duration.ofMinutes(50))));
        }

        @Test
        void isNotRenewedAfterItsEnd() {
            assertThatThrownBy(() -> reviewCase.held().renew(REYES, 1, claim.until()))
                    .isInstanceOf(Refusal.Overtaken.class);
        }

        @Test
        void isGivenBackOnlyByItsHolder() {
            assertThat(reviewCase.release(QUILL)).isFalse();
            assertThat(reviewCase.stage()).isEqualTo(CaseStage.CLAIMED);

            assertThat(reviewCase.release(REYES)).isTrue();
            assertThat(reviewCase.stage()).isEqualTo(CaseStage.WAITING);
        }

        @Test
        void expiresAtItsEndAndNotBefore() {
            assertThat(reviewCase.expire(claim.until().minusMillis(1))).isEmpty();
            assertThat(reviewCase.expire(claim.until())).contains(REYES);
            assertThat(reviewCase.expire(claim.until())).isEmpty();
        }

        @Test
        void isDecidedOnceUnderItsOwnFence() {
            assertThatThrownBy(() -> reviewCase.decided(REYES, 2, NOON))
                    .isInstanceOf(Refusal.Overtaken.class);

            reviewCase.decided(REYES, 1, NOON);

            assertThat(reviewCase.stage()).isEqualTo(CaseStage.DECIDED);
            assertThatThrownBy(() -> reviewCase.decided(REYES, 1, NOON))
                    .isInstanceOf(Refusal.Overtaken.class);
            assertThatThrownBy(() -> reviewCase.claim(QUILL, NOON))
                    .isInstanceOf(Refusal.Overtaken.class);
        }

        @Test
        void outlastsItsPageForTwoMinutesAndNotLonger() {
            reviewCase.held().outlast(REYES, 1, NOON);
            var end = NOON.plus(Duration.ofMinutes(2));

            assertThat(reviewCase.claimOf(REYES, end.minusMillis(1))).isPresent();
            assertThat(reviewCase.claimOf(REYES, end)).isEmpty();
            assertThat(reviewCase.held().renew(REYES, 1, NOON.plusSeconds(60)).fence())
                    .as("who comes back goes on")
                    .isEqualTo(1);
        }

        @Test
        void isNeverLengthenedByLeaving() {
            reviewCase.held().outlast(REYES, 1, claim.until().minusSeconds(1));

            assertThat(reviewCase.claimOf(REYES, claim.until())).isEmpty();
        }

        @Test
        void looksLikeAWaitingCaseToOthersOnceItsLeaseIsOver() {
            assertThat(QueueRow.of(reviewCase, QUILL, claim.until()).stage())
                    .isEqualTo(CaseStage.WAITING);
            assertThat(QueueRow.of(reviewCase, REYES, NOON).stage()).isEqualTo(CaseStage.CLAIMED);
        }
    }
}
