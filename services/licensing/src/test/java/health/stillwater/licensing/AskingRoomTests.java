package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Boards that answer late, wrongly, not at all, or with bad news. */
class AskingRoomTests extends LicensingRoom {

    @Autowired Rulebook rulebook;

    @Autowired Credentials credentials;

    @Test
    void aSilentBoardIsAskedAgainUntilItAnswers() {
        board.isDown();
        var physician =
                aPhysician("Mae", license(UsState.FL, NEXT_SPRING), dea(UsState.FL, NEXT_SPRING));
        waitUntil(() -> silences(physician) == 2);
        assertThat(servableBy(physician)).isEmpty();

        board.isUp();
        clock.passes(Duration.ofSeconds(20));
        eachIsConfirmed(physician);

        assertThat(servableBy(physician)).containsExactly(UsState.FL);
    }

    @Test
    void anErrorAndALateAnswerAreNoAnswers() {
        board.failsTheNextQuestion();
        var physician = aPhysician("Mia", license(UsState.FL, NEXT_SPRING));
        waitUntil(() -> wasAskedNowInVain(physician));

        board.isSlow(Duration.ofSeconds(2));
        clock.passes(Duration.ofMinutes(5));
        waitUntil(() -> wasAskedNowInVain(physician));
        assertThat(row(physician, CredentialKind.LICENSE).status()).isNull();
        assertThat(silences(physician)).isEqualTo(1);

        clock.passes(Duration.ofMinutes(20));
        eachIsConfirmed(physician);
    }

    @Test
    void aStatusThatIsTooOldIsUnknown() {
        var physician =
                aPhysician("Mel", license(UsState.FL, NEXT_SPRING), dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        board.isDown();
        assertThat(atSigning(physician)).isEqualTo(Answer.PASS);
        clock.passes(Duration.ofHours(24));
        assertThat(atSigning(physician)).isEqualTo(Answer.PASS);
        clock.passes(Duration.ofSeconds(1));
        assertThat(atSigning(physician)).isEqualTo(Answer.UNKNOWN);
        assertThat(row(physician, CredentialKind.LICENSE).missing())
                .isEqualTo("Its source did not confirm it lately.");
        clock.passes(Duration.ofDays(30));
        assertThat(servableBy(physician)).isEmpty();
    }

    @Test
    void everyConfirmationIsRenewedByItself() {
        var physician = aPhysician("Mim", license(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        clock.passes(Duration.ofHours(13));

        eachIsConfirmed(physician);
    }

    /** What is signed with must be known almost in real time, of those who may sign. */
    @Test
    void theSecondFactorOfThoseWhoMaySignIsAskedAboutEveryOtherMinute() {
        var signer = aRegistrant("Mika");
        var other = aRegistrant("Milo");
        asCompliance(() -> credentialing.enterAccess(signer));

        clock.passes(Duration.ofMinutes(2).minusSeconds(1));
        assertThat(asked()).doesNotContain(idOf(signer, CredentialKind.SIGNING_CREDENTIAL));
        clock.passes(Duration.ofSeconds(1));
        assertThat(asked())
                .contains(idOf(signer, CredentialKind.SIGNING_CREDENTIAL))
                .doesNotContain(
                        idOf(signer, CredentialKind.DEA),
                        idOf(other, CredentialKind.SIGNING_CREDENTIAL));
    }

    private List<CredentialId> asked() {
        var now = clock.instant();
        return asCompliance(
                () ->
                        transaction.execute(
                                _ ->
                                        credentials.toAsk(
                                                now.minus(Duration.ofHours(12)),
                                                now.minus(Duration.ofMinutes(2)))));
    }

    @Test
    void aSuspendedLicenseStopsItsHolderAndIsNews() {
        var license = license(UsState.FL, NEXT_SPRING);
        var physician = aPhysician("Moe", license, dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);
        clock.passes(Duration.ofMinutes(5));
        board.suspends("license", "FL", license.number());

        asCompliance(
                () -> {
                    licensing.verifyNow(physician);
                    return physician;
                });
        eachIsConfirmed(physician);

        assertThat(servableBy(physician)).isEmpty();
        assertThat(suspensionsOf(physician)).isEqualTo(1);
        assertThat(row(physician, CredentialKind.LICENSE).missing())
                .isEqualTo("Its source says: suspended.");

        clock.passes(Duration.ofMinutes(5));
        board.reinstates("license", "FL", license.number());
        asCompliance(
                () -> {
                    licensing.verifyNow(physician);
                    return physician;
                });
        eachIsConfirmed(physician);
        assertThat(servableBy(physician)).containsExactly(UsState.FL);
        assertThat(suspensionsOf(physician)).isEqualTo(1);
    }

    @Test
    void anEarlierEndThanWasToldCountsAndIsNews() {
        var license = license(UsState.FL, NEXT_SPRING);
        var physician = aPhysician("Max", license, dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);
        clock.passes(Duration.ofMinutes(5));
        board.letsExpire("license", "FL", license.number(), LocalDate.of(2026, 11, 20));

        asCompliance(
                () -> {
                    licensing.verifyNow(physician);
                    return physician;
                });
        eachIsConfirmed(physician);

        assertThat(row(physician, CredentialKind.LICENSE).expiresOn())
                .isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(suspensionsOf(physician)).isEqualTo(1);
        assertThat(servableBy(physician)).isEmpty();
    }

    private Answer atSigning(PhysicianId physician) {
        var facts =
                asCompliance(() -> licensing.factsOf(physician))
                        .with(new LocationFacts("FL", null, null, null, null, null));
        return rulebook.judge(Moment.SIGNING, clock.instant(), facts).verdicts().stream()
                .filter(verdict -> verdict.row().equals("D05"))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    private boolean wasAskedNowInVain(PhysicianId physician) {
        return asCompliance(
                        () ->
                                transaction.execute(
                                        _ ->
                                                jdbc.sql(
                                                                "select count(*) from licensing.credential c"
                                                                        + " join events.scheduled_tasks t on t.task_instance = c.id::text and not t.picked"
                                                                        + " where c.physician_id = ? and c.asked_at = ? and t.execution_time > c.asked_at")
                                                        .param(physician.value())
                                                        .param(Timestamp.from(clock.instant()))
                                                        .query(Long.class)
                                                        .single()))
                > 0;
    }

    private long silences(PhysicianId physician) {
        var ids = credentialsOf(physician).credentials().stream().map(CredentialRow::id).toList();
        return news.of(LicensingBoardSilent.class)
                .filter(silent -> ids.contains(silent.credential()))
                .count();
    }

    private long suspensionsOf(PhysicianId physician) {
        return news.of(CredentialSuspended.class)
                .filter(suspended -> Objects.equals(suspended.physician(), physician))
                .count();
    }
}
