package health.stillwater.prescribing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.review.CaseDecided;
import health.stillwater.review.CaseStage;
import health.stillwater.rulebook.Verdict;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

class SigningRoomTests extends SigningRoom {

    @Test
    void anApprovalIsOnRecordAndItsEvidenceIsALeafOfTheLedger(AssertablePublishedEvents published) {
        var ready = ready(Forms.approving());

        var outcome = sign(ready, freshFor(ready));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SigningOutcome.Signed.class,
                        signed -> {
                            var record = as(reyes, () -> prescribing.record(signed.decision()));
                            assertThat(record.decision().verdict())
                                    .isEqualTo(PrescriberVerdict.APPROVE);
                            assertThat(record.text()).isEqualTo(ready.text());
                            assertThat(record.textHash()).isEqualTo(ready.hash());
                            assertThat(record.fence()).isEqualTo(fence);
                            assertThat(as(reyes, () -> ledger.leaf(ledger.index(signed.leaf()))))
                                    .isEqualTo(record.bundle().getBytes(UTF_8));
                            assertThat(record.bundle())
                                    .contains(
                                            "\"textHash\":\"" + ready.hash() + "\"",
                                            ready.nonce(),
                                            ready.statement());
                        });
        assertThat(stageOfCase()).contains(CaseStage.DECIDED);
        assertThat(published)
                .contains(PrescriptionApproved.class)
                .matching(PrescriptionApproved::pharmacy, elsewhere.pharmacy());
        assertThat(published).contains(DecisionSigned.class);
        assertThat(published).contains(CaseDecided.class).matching(CaseDecided::request, request);
    }

    @Test
    void aDeclineIsSignedTheSameWayAndWritesNoPrescription(AssertablePublishedEvents published) {
        var decision = signed(Forms.declining());

        var record = as(reyes, () -> prescribing.record(decision));
        assertThat(record.decision().verdict()).isEqualTo(PrescriberVerdict.DECLINE);
        assertThat(record.decision().reason()).contains(DecisionReason.NEEDS_IN_CLINIC_CARE);
        assertThat(record.text().prescription()).isNull();
        assertThat(as(reyes, () -> ledger.leaf(record.decision().leaf())))
                .isEqualTo(record.bundle().getBytes(UTF_8));
        assertThat(stageOfCase()).contains(CaseStage.DECIDED);
        assertThat(published)
                .contains(PrescriptionDeclined.class)
                .matching(PrescriptionDeclined::decision, decision);
        assertThat(
                        published
                                .ofType(PrescriptionApproved.class)
                                .matching(news -> news.decision().equals(decision)))
                .isEmpty();
    }

    @Test
    void whatWouldStopAnApprovalDoesNotKeepAPatientFromBeingToldNo() {
        elsewhere.visited(reyes, request, clock.instant()); // the monitoring report is gone

        var approval =
                as(reyes, () -> prescribing.readyToSign(request, reyes, fence, Forms.approving()));

        assertThat(approval)
                .isInstanceOfSatisfying(
                        ReadyOutcome.Stopped.class,
                        stopped ->
                                assertThat(stopped.judgement().stops())
                                        .extracting(Verdict::row)
                                        .containsExactly("D17"));
        signed(Forms.declining());
    }

    @Test
    void nothingIsSignedAfterTheClaimHasEnded() {
        clock.passes(Duration.ofMinutes(20));
        var ready = ready(Forms.approving());
        clock.passes(Duration.ofMinutes(11));

        assertThatThrownBy(() -> sign(ready, freshFor(ready)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThat(decisions()).isZero();
        assertThatThrownBy(
                        () ->
                                as(
                                        reyes,
                                        () ->
                                                prescribing.readyToSign(
                                                        request, reyes, fence, Forms.approving())))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void nothingIsSignedUnderAnOlderClaimEvenByTheSamePhysician() {
        var ready = ready(Forms.approving());
        as(
                reyes,
                () -> {
                    queue.release(request, reyes);
                    return claim(reyes);
                });

        assertThatThrownBy(() -> sign(ready, freshFor(ready)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThat(decisions()).isZero();
    }

    @Test
    void aFactorThatIsOldWeakForeignOrForAnotherTextSignsNothing() {
        var earlier = ready(Forms.approving());
        var ready =
                ready(
                        Forms.approvingBut(
                                Map.of("directions", "Dissolve 2 troches once a week, at night.")));
        var now = clock.instant();
        long before = ledgerSize();

        for (var factor :
                List.of(
                        new SecondFactor(
                                "gold", now.minusSeconds(121), ready.nonce(), reyes.toString()),
                        new SecondFactor("silver", now, ready.nonce(), reyes.toString()),
                        new SecondFactor("gold", now, earlier.nonce(), reyes.toString()),
                        new SecondFactor("gold", now, ready.nonce(), quill.toString()))) {
            assertThat(sign(ready, factor)).isInstanceOf(SigningOutcome.FactorRefused.class);
        }

        assertThat(decisions()).isZero();
        assertThat(ledgerSize()).isEqualTo(before);
        assertThat(sign(ready, freshFor(ready))).isInstanceOf(SigningOutcome.Signed.class);
    }

    @Test
    void theGateIsAskedAgainWithTheFactorInHand(AssertablePublishedEvents published) {
        var ready = ready(Forms.approving());
        elsewhere.aSuspendedPhysician(reyes, clock.instant());
        long before = ledgerSize();

        var outcome = sign(ready, freshFor(ready));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SigningOutcome.Stopped.class,
                        stopped ->
                                assertThat(stopped.judgement().stops())
                                        .extracting(Verdict::row)
                                        .contains("D05"));
        assertThat(published)
                .contains(SigningStopped.class)
                .matching(SigningStopped::signing, ready.id());
        assertThat(decisions()).isZero();
        assertThat(ledgerSize()).isEqualTo(before);
        assertThat(
                        asTheProgram(
                                "select count(*) from prescribing.signing where stopped_by is not null and id = ?",
                                ready.id()))
                .isEqualTo(1);
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        assertThatThrownBy(() -> sign(ready, freshFor(ready)))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    /** While we wait for the lock a suspension is committed; what counts is after the wait. */
    @Test
    void whatWasCommittedWhileWeWaitedForTheLocksBinds() {
        var ready = ready(Forms.approving());
        var began = clock.instant();
        doAnswer(
                        _ -> {
                            clock.passes(Duration.ofSeconds(5));
                            elsewhere.announcesSuspension(reyes, began, clock.instant());
                            return null;
                        })
                .when(licensing)
                .lockForSigning(any(), any());

        assertThat(sign(ready, freshFor(ready))).isInstanceOf(SigningOutcome.Stopped.class);
        assertThat(decisions()).isZero();
    }

    @Test
    void anUnlicensedPhysicianDoesNotDeclineEither() {
        var ready = ready(Forms.declining());
        elsewhere.aSuspendedPhysician(reyes, clock.instant());

        assertThat(sign(ready, freshFor(ready))).isInstanceOf(SigningOutcome.Stopped.class);
        assertThat(decisions()).isZero();
    }

    @Test
    void whatIsSubmittedTwiceIsSignedOnce() throws Exception {
        var ready = ready(Forms.approving());
        var factor = freshFor(ready);
        long before = ledgerSize();
        var start = new CyclicBarrier(2);
        Callable<String> submit =
                () -> {
                    start.await();
                    return sign(ready, factor).getClass().getSimpleName();
                };

        try (var pool = Executors.newFixedThreadPool(2)) {
            var one = pool.submit(submit);
            var other = pool.submit(submit);
            assertThat(List.of(one.get(), other.get()))
                    .containsExactlyInAnyOrder("Signed", "FactorRefused");
        }

        assertThat(sign(ready, factor)).isInstanceOf(SigningOutcome.FactorRefused.class);
        assertThat(decisions()).isEqualTo(1);
        assertThat(ledgerSize()).isEqualTo(before + 1);
    }

    @Test
    void itIsOnRecordEverywhereOrNowhere() {
        var ready = ready(Forms.approving());
        long before = ledgerSize();
        long leaves = as(reyes, () -> transaction.execute(_ -> leaves()));

        as(
                reyes,
                () ->
                        transaction.execute(
                                status -> {
                                    assertThat(sign(ready, freshFor(ready)))
                                            .isInstanceOf(SigningOutcome.Signed.class);
                                    assertThat(leaves()).isEqualTo(leaves + 1);
                                    status.setRollbackOnly();
                                    return true;
                                }));

        assertThat(ledgerSize()).isEqualTo(before);
        assertThat(decisions()).isZero();
        assertThat(stateOf(ready)).isEqualTo("OPEN");
        assertThat(stageOfCase()).contains(CaseStage.CLAIMED);
        assertThat(sign(ready, freshFor(ready))).isInstanceOf(SigningOutcome.Signed.class);
    }

    private long leaves() {
        return jdbc.sql("select count(*) from ledger.leaf").query(Long.class).single();
    }

    @Test
    void onlyThePhysicianItWasShownToMaySeeOrSignIt() {
        var ready = ready(Forms.approving());

        assertThatThrownBy(() -> as(quill, () -> prescribing.signing(ready.id(), quill)))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(
                        () -> as(quill, () -> prescribing.sign(ready.id(), quill, freshFor(ready))))
                .isInstanceOf(Refusal.Missing.class);
        for (var other :
                List.of(Actors.patient(patient), Actors.physician(quill), Actor.system("test"))) {
            assertThatThrownBy(
                            () ->
                                    Actors.as(
                                            other,
                                            () ->
                                                    prescribing.sign(
                                                            ready.id(), reyes, freshFor(ready))))
                    .isInstanceOf(Refusal.Missing.class);
        }
        assertThat(decisions()).isZero();
    }
}
