package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A signer and a revocation, each in a thread of its own, with the revocation placed before, within
 * and after the signer's transaction: never a signature after it.
 */
class RevocationRaceRoomTests extends LicensingRoom {

    /** What happened, in the order in which it was committed. */
    private final List<String> committed = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void nothingHappenedYet() {
        committed.clear();
    }

    @Test
    void aRevocationBeforeTheLockIsSeenThoughTheSignerReadBefore() throws Exception {
        var physician = whoMaySign();
        var pharmacy = aPharmacy("Reed", UsState.FL, pharmacyLicense(UsState.FL, NEXT_SPRING));
        var read = new CountDownLatch(1);
        var revoked = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var signing = threads.submit(() -> signs(physician, pharmacy, read, revoked, null));
            assertThat(read.await(15, TimeUnit.SECONDS)).isTrue();
            revokes(physician);
            revoked.countDown();

            assertThat(signing.get(15, TimeUnit.SECONDS)).isFalse();
        }
        assertThat(committed).containsExactly("revoked", "refused");
    }

    @Test
    void aRevocationWithinWaitsForTheSignatureAndComesAfterIt() throws Exception {
        var physician = whoMaySign();
        var pharmacy = aPharmacy("Rush", UsState.FL, pharmacyLicense(UsState.FL, NEXT_SPRING));
        var locked = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var none = new CountDownLatch(0);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var signing = threads.submit(() -> signs(physician, pharmacy, none, mayEnd, locked));
            assertThat(locked.await(15, TimeUnit.SECONDS)).isTrue();
            var revoking = threads.submit(() -> revokes(physician));
            waitUntil(this::somebodyWaitsForALock);
            assertThat(revoking.isDone()).isFalse();
            mayEnd.countDown();

            assertThat(signing.get(15, TimeUnit.SECONDS)).isTrue();
            revoking.get(15, TimeUnit.SECONDS);
        }
        assertThat(committed).containsExactly("signed", "revoked");
        assertThat(maySign(physician)).isFalse();
    }

    @Test
    void aSuspensionOfAnyKindWaitsForTheSignature() throws Exception {
        var physician = whoMaySign();
        var pharmacy = aPharmacy("Rye", UsState.FL, pharmacyLicense(UsState.FL, NEXT_SPRING));
        var dea = row(physician, CredentialKind.DEA);
        var locked = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var signing =
                    threads.submit(
                            () ->
                                    signs(
                                            physician,
                                            pharmacy,
                                            new CountDownLatch(0),
                                            mayEnd,
                                            locked));
            assertThat(locked.await(15, TimeUnit.SECONDS)).isTrue();
            clock.passes(Duration.ofMinutes(1));
            board.suspends("dea", "FL", dea.number());
            does(() -> credentialing.askAgain(dea.id()));
            waitUntil(this::somebodyWaitsForALock);
            assertThat(row(physician, CredentialKind.DEA).status()).isEqualTo(dea.status());
            mayEnd.countDown();
            assertThat(signing.get(15, TimeUnit.SECONDS)).isTrue();
        }
        waitUntil(() -> isOfNow(row(physician, CredentialKind.DEA)));
        assertThat(maySign(physician)).isFalse();
        assertThat(servableBy(physician)).isEmpty();
    }

    @Test
    void twoWhoSignDoNotWaitForEachOther() throws Exception {
        var one = whoMaySign();
        var other = whoMaySign();
        var pharmacy = aPharmacy("Rowan", UsState.FL, pharmacyLicense(UsState.FL, NEXT_SPRING));
        var bothLocked = new CountDownLatch(2);
        var none = new CountDownLatch(0);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> signs(one, pharmacy, none, bothLocked, bothLocked));
            var second = threads.submit(() -> signs(other, pharmacy, none, bothLocked, bothLocked));

            assertThat(first.get(15, TimeUnit.SECONDS)).isTrue();
            assertThat(second.get(15, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anApprovalAndALossOfItsGroundNeverLeaveAnAccessWithoutGround() throws Exception {
        var approver = aRegistrant("Rolf");
        for (int round = 0; round < 10; round++) {
            var physician = aRegistrant("Ruth");
            var access = asCompliance(() -> credentialing.enterAccess(physician));
            var dea = row(physician, CredentialKind.DEA);
            board.revokes("dea", "FL", dea.number());
            try (var threads = Executors.newFixedThreadPool(2)) {
                var approving =
                        threads.submit(
                                () ->
                                        Actors.does(
                                                Actors.physician(approver),
                                                () -> approves(approver, access)));
                does(() -> credentialing.askAgain(dea.id()));
                waitUntil(
                        () ->
                                row(physician, CredentialKind.DEA).status()
                                        == health.stillwater.rulebook.CredentialStatus.REVOKED);
                approving.get(15, TimeUnit.SECONDS);
            }
            assertThat(maySign(physician)).isFalse();
        }
    }

    private void approves(PhysicianId approver, java.util.UUID access) {
        try {
            credentialing.approveAccess(
                    access,
                    new FactorOfApprover(
                            "gold", clock.instant(), access.toString(), approver.toString()));
        } catch (health.stillwater.kernel.Refusal tooLate) {
            assertThat(tooLate).isNotInstanceOf(health.stillwater.kernel.Refusal.Missing.class);
        }
    }

    /**
     * Reads, waits, locks, reads again, and signs only if nothing was revoked.
     *
     * @param read told once the first look is over
     * @param goOn what is waited for: before the lock, or, when {@code locked} is given, after it
     */
    private boolean signs(
            PhysicianId physician,
            PharmacyId pharmacy,
            CountDownLatch read,
            CountDownLatch goOn,
            CountDownLatch locked) {
        return Actors.as(
                Actors.physician(physician),
                () ->
                        transaction.execute(
                                _ -> {
                                    assertThat(revokedAt(physician)).isFalse();
                                    read.countDown();
                                    if (locked == null) {
                                        awaited(goOn);
                                    }
                                    licensing.lockForSigning(physician, pharmacy);
                                    if (locked != null) {
                                        locked.countDown();
                                        awaited(goOn);
                                    }
                                    var may = !revokedAt(physician);
                                    committed.add(may ? "signed" : "refused");
                                    return may;
                                }));
    }

    private Void revokes(PhysicianId physician) {
        does(() -> credentialing.revokeAccess(physician, "The token was lost."));
        committed.add("revoked");
        return null;
    }

    private boolean revokedAt(PhysicianId physician) {
        var epcs = Objects.requireNonNull(licensing.factsOf(physician).prescriber()).epcs();
        return epcs == null || epcs.accessRevokedAt() != null;
    }

    private boolean maySign(PhysicianId physician) {
        return credentialsOf(physician).signing().isEmpty();
    }

    private PhysicianId whoMaySign() {
        var physician = aRegistrant("Rosa");
        var approver = aRegistrant("Rune");
        var access = asCompliance(() -> credentialing.enterAccess(physician));
        Actors.does(Actors.physician(approver), () -> approves(approver, access));
        return physician;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
