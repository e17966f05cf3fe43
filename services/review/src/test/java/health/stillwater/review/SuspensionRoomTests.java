package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialId;
import health.stillwater.licensing.CredentialSuspended;
import health.stillwater.licensing.SigningAccessRevoked;
import health.stillwater.testing.Actors;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.util.AopTestUtils;

/**
 * A license is suspended at noon; at noon its holder's claims end and their cases leave the queue.
 */
class SuspensionRoomTests extends ReviewRoom {

    @Test
    void casesLeaveTheQueueOfTheStateWhereTheLicenseIsLost() {
        var request = aWaitingCase();
        elsewhere.aSuspendedPhysician(reyes, clock.instant());

        happens(lost(reyes, UsState.FL));
        waitUntil(request, CaseStage.HELD);

        assertThat(allFor(reyes)).isEmpty();
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        Actors.asTheProgram(() -> intake.recheck(request));
        assertThat(stageOf(request)).as("judged again once it is back").contains(CaseStage.WAITING);
    }

    @Test
    void theClaimEndsAndItsFenceIsDeadForGood() {
        var request = aWaitingCase();
        var fence = fenceOf(request, reyes);
        elsewhere.aSuspendedPhysician(reyes, clock.instant());

        happens(lost(reyes, UsState.FL));
        waitUntil(request, CaseStage.HELD);

        assertThat(asProgram("select fence from review.review_case where id = ?", request))
                .isGreaterThan(fence);
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL); // even if it comes back at once
        refusedUnder(request, fence);
        Actors.asTheProgram(() -> intake.recheck(request));
        refusedUnder(request, fence);
        assertThat(fenceOf(request, reyes)).isGreaterThan(fence + 1);
        refusedUnder(request, fence);
    }

    private void refusedUnder(RequestId request, long fence) {
        assertThatThrownBy(() -> does(reyes, () -> queue.lockForDecision(request, reyes, fence)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThatThrownBy(() -> does(reyes, () -> queue.decided(request, reyes, fence)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThatThrownBy(() -> as(reyes, () -> queue.renew(request, reyes, fence)))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void whatWasTakenIsNews(AssertablePublishedEvents published) {
        Suspensions here = AopTestUtils.getTargetObject(suspensions); // not in another thread
        var request = aWaitingCase();
        var fence = fenceOf(request, reyes);
        Actors.asTheProgram(() -> transaction.executeWithoutResult(_ -> here.on(revoked(reyes))));

        assertThat(published)
                .contains(ClaimTaken.class)
                .matching(ClaimTaken::request, request)
                .matching(ClaimTaken::fence, fence);
    }

    @Test
    void claimsWhereTheLicenseStillStandsAndThoseOfOthersStay() {
        var mine = aWaitingCase();
        var fence = fenceOf(mine, reyes);
        var others = aWaitingCase();
        elsewhere.seenByWhoeverAsks(others, clock.instant());
        var other = fenceOf(others, quill);

        happens(lost(reyes, UsState.NJ));
        happens(lost(reyes, null));
        waitUntilAllNewsIsHeard();

        does(reyes, () -> queue.lockForDecision(mine, reyes, fence));
        elsewhere.aSuspendedPhysician(reyes, clock.instant());
        happens(lost(reyes, UsState.FL));
        waitUntilAllNewsIsHeard();
        does(quill, () -> queue.lockForDecision(others, quill, other));
    }

    @Test
    void whoMayNotSignHoldsNothing() {
        var request = aWaitingCase();
        var fence = fenceOf(request, reyes);

        happens(revoked(reyes));
        waitUntilAllNewsIsHeard();

        assertThat(stageOf(request)).contains(CaseStage.WAITING);
        refusedUnder(request, fence);
    }

    @Test
    void aRegistrationOfTheOrganizationIsForEveryCaseOfItsState() {
        var request = aWaitingCaseIn(UsState.GA);
        elsewhere.aSuspendedPhysician(reyes, clock.instant());

        happens(
                new CredentialSuspended(
                        CredentialId.next(), null, PharmacyId.next(), UsState.GA, clock.instant()));
        happens(
                new CredentialSuspended(
                        CredentialId.next(), null, null, UsState.AL, clock.instant()));
        waitUntilAllNewsIsHeard();
        assertThat(stageOf(request)).as("not judged again").contains(CaseStage.WAITING);
        happens(
                new CredentialSuspended(
                        CredentialId.next(), null, null, UsState.GA, clock.instant()));
        waitUntil(request, CaseStage.HELD);
    }

    /** The decision holds the case; the news comes meanwhile, waits, and finds it decided. */
    @Test
    void aDecisionThatCameFirstStaysDecided() throws Exception {
        var request = aWaitingCase();
        var fence = fenceOf(request, reyes);
        var locked = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var deciding =
                    threads.submit(
                            () ->
                                    does(
                                            reyes,
                                            () ->
                                                    transaction.executeWithoutResult(
                                                            _ ->
                                                                    decides(
                                                                            request, fence, locked,
                                                                            told))));
            assertThat(locked.await(15, TimeUnit.SECONDS)).isTrue();
            happens(revoked(reyes));
            told.countDown();
            deciding.get(15, TimeUnit.SECONDS);
        }
        waitUntilAllNewsIsHeard();

        assertThat(stageOf(request)).contains(CaseStage.DECIDED);
        assertThat(asProgram("select fence from review.review_case where id = ?", request))
                .isEqualTo(fence);
    }

    private void decides(
            RequestId request, long fence, CountDownLatch locked, CountDownLatch told) {
        queue.lockForDecision(request, reyes, fence);
        locked.countDown();
        try {
            assertThat(told.await(15, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        queue.decided(request, reyes, fence);
    }

    private CredentialSuspended lost(PhysicianId physician, @Nullable UsState state) {
        return new CredentialSuspended(
                CredentialId.next(), physician, null, state, clock.instant());
    }

    private SigningAccessRevoked revoked(PhysicianId physician) {
        return new SigningAccessRevoked(UUID.randomUUID(), physician, clock.instant());
    }
}
