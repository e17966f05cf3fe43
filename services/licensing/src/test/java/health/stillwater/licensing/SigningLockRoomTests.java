package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** While a prescription is signed, the credentials it rests on stand still. */
class SigningLockRoomTests extends LicensingRoom {

    @Test
    void aLockForSigningKeepsTheBoardsNewsOutUntilItEnds() throws Exception {
        var license = license(UsState.FL, NEXT_SPRING);
        var physician = aPhysician("Mos", license, dea(UsState.FL, NEXT_SPRING));
        var pharmacy = aPharmacy("Myrtle", UsState.FL, pharmacyLicense(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);
        eachIsConfirmed(pharmacy);
        clock.passes(Duration.ofMinutes(5));
        board.suspends("license", "FL", license.number());
        var locked = new CountDownLatch(1);
        var signed = new CountDownLatch(1);

        try (var signer = Executors.newSingleThreadExecutor()) {
            var signing = signer.submit(() -> signs(physician, pharmacy, locked, signed));
            assertThat(awaited(locked)).isTrue();
            asCompliance(
                    () -> {
                        licensing.verifyNow(physician);
                        return physician;
                    });
            waitUntil(() -> isOfNow(row(physician, CredentialKind.DEA)) || waitsForALock());
            assertThat(row(physician, CredentialKind.LICENSE).status())
                    .isEqualTo(CredentialStatus.ACTIVE);
            signed.countDown();
            assertThat(signing.get(10, TimeUnit.SECONDS)).isTrue();
        }
        eachIsConfirmed(physician);
        assertThat(servableBy(physician)).isEmpty();
    }

    @Test
    void aLockThatCameLateSeesWhatHappenedBefore() {
        var license = license(UsState.FL, NEXT_SPRING);
        var physician = aPhysician("Mya", license, dea(UsState.FL, NEXT_SPRING));
        var pharmacy = aPharmacy("Mallow", UsState.FL, pharmacyLicense(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        var servable =
                Actors.as(
                        Actors.physician(physician),
                        () ->
                                transaction.execute(
                                        _ -> {
                                            assertThat(licensing.servableBy(physician))
                                                    .containsExactly(UsState.FL);
                                            board.suspends("license", "FL", license.number());
                                            clock.passes(Duration.ofMinutes(5));
                                            verifiedElsewhere(physician);
                                            licensing.lockForSigning(physician, pharmacy);
                                            return licensing.servableBy(physician);
                                        }));

        assertThat(servable).isEmpty();
    }

    @Test
    void aLockNeedsATransactionToLastFor() {
        assertThatThrownBy(
                        () ->
                                asCompliance(
                                        () -> {
                                            licensing.lockForSigning(
                                                    PhysicianId.next(), PharmacyId.next());
                                            return "never";
                                        }))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    /** Locks, holds the lock until told, and says whether Florida was open all the while. */
    private boolean signs(
            PhysicianId physician,
            PharmacyId pharmacy,
            CountDownLatch locked,
            CountDownLatch signed) {
        return Actors.as(
                Actors.physician(physician),
                () ->
                        transaction.execute(
                                _ -> {
                                    licensing.factsOf(physician);
                                    licensing.lockForSigning(physician, pharmacy);
                                    locked.countDown();
                                    return awaited(signed)
                                            && licensing.servableBy(physician).contains(UsState.FL);
                                }));
    }

    private void verifiedElsewhere(PhysicianId physician) {
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            elsewhere
                    .submit(
                            () -> {
                                asCompliance(
                                        () -> {
                                            licensing.verifyNow(physician);
                                            return physician;
                                        });
                                eachIsConfirmed(physician);
                                return null;
                            })
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private boolean waitsForALock() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
