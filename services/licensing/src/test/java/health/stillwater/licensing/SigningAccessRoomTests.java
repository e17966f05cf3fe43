package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.PrescriberFacts.Epcs;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** Two persons let a physician sign; whoever loses what that rests on, loses it the same day. */
class SigningAccessRoomTests extends LicensingRoom {

    @Test
    void onePersonEntersAndADeaRegistrantApproves() {
        var physician = aRegistrant("Saul");
        var approver = aRegistrant("Sven");
        var access = asCompliance(() -> credentialing.enterAccess(physician));
        assertThat(epcs(physician).accessApprovedBy()).isNull();
        assertThat(credentialsOf(physician).signing()).contains("second person");
        assertThat(
                        as(approver, () -> credentialing.accessToApprove()).stream()
                                .map(SigningAccessView::id))
                .contains(access);

        approves(approver, access);

        assertThat(epcs(physician).accessApprovedBy()).isEqualTo(approver.toString());
        assertThat(epcs(physician).accessEnteredBy()).isNotEqualTo(approver.toString());
        assertThat(epcs(physician).approverIsDeaRegistrant()).isTrue();
        assertThat(epcs(physician).accessRevokedAt()).isNull();
        assertThat(credentialsOf(physician).signing()).isEmpty();
        assertThat(news.of(SigningAccessApproved.class).map(SigningAccessApproved::access))
                .contains(access);
    }

    @Test
    void nobodyApprovesForThemselvesAndNothingTwice() {
        var physician = aRegistrant("Stan");
        var approver = aRegistrant("Stig");
        var access = asCompliance(() -> credentialing.enterAccess(physician));

        assertThat(as(physician, () -> credentialing.accessToApprove()))
                .extracting(SigningAccessView::id)
                .doesNotContain(access);
        assertThatThrownBy(() -> approves(physician, access))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("second person");
        approves(approver, access);
        assertThatThrownBy(() -> approves(approver, access)).isInstanceOf(Refusal.Overtaken.class);
        assertThatThrownBy(() -> asCompliance(() -> credentialing.enterAccess(physician)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.staff(Actor.Kind.COMPLIANCE),
                                        () ->
                                                credentialing.approveAccess(
                                                        access, factor(approver, access))))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void theDatabaseKnowsTwoPersonsToo() {
        var physician = aRegistrant("Sara");
        var approver = aRegistrant("Sonja");
        var access = asCompliance(() -> credentialing.enterAccess(physician));

        assertThatThrownBy(() -> signedOff(access, physician, physician))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not_for_oneself");
        assertThatThrownBy(() -> signedOff(access, approver, physician))
                .as("in another's name")
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        approves(approver, access);
        assertThatThrownBy(
                        () ->
                                does(
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ ->
                                                                jdbc.sql(
                                                                                "update licensing.signing_access set entered_by_name = 'X' where id = ?")
                                                                        .param(access)
                                                                        .update())))
                .hasMessageContaining("not changed, it is revoked");
    }

    private void signedOff(UUID access, PhysicianId by, PhysicianId acting) {
        Actors.does(
                Actors.physician(acting),
                () ->
                        transaction.executeWithoutResult(
                                _ ->
                                        jdbc.sql(
                                                        "update licensing.signing_access set approved_by = ?, approved_by_name = 'X',"
                                                                + " approved_at = entered_at, approver_dea = 'X', factor_at = entered_at where id = ?")
                                                .params(by.value(), access)
                                                .update()));
    }

    @Test
    void theApproverIsADeaRegistrantWithASecondFactor() {
        var physician = aRegistrant("Sina");
        var access = asCompliance(() -> credentialing.enterAccess(physician));
        var withoutDea = aPhysician("Suri", license(UsState.FL, NEXT_SPRING), signingCredential());
        var withoutFactor =
                aPhysician("Susi", license(UsState.FL, NEXT_SPRING), dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(withoutDea);
        eachIsConfirmed(withoutFactor);

        for (var approver : new PhysicianId[] {withoutDea, withoutFactor, PhysicianId.next()}) {
            assertThatThrownBy(() -> approves(approver, access))
                    .isInstanceOf(Refusal.Forbidden.class)
                    .hasMessageContaining("DEA registrant");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "silver,0,own,own,without the second factor",
        "gold,-121,own,own,older than two minutes",
        "gold,6,own,own,not come yet",
        "gold,0,other,own,something else",
        "gold,0,own,other,another person"
    })
    void aSecondFactorIsFreshAndForThis(
            String acr, long seconds, String nonce, String subject, String why) {
        var access = UUID.randomUUID();
        var approver = UUID.randomUUID();
        var now = clock.instant();
        var given =
                new FactorOfApprover(
                        acr,
                        now.plusSeconds(seconds),
                        nonce.equals("own") ? access.toString() : "other",
                        subject.equals("own") ? approver.toString() : "other");

        assertThat(given.objectionTo(access, approver, now).orElse("")).contains(why);
    }

    @ParameterizedTest
    @ValueSource(longs = {-120, 0, 5})
    void aSecondFactorAtTheLimitIsStillFresh(long seconds) {
        var access = UUID.randomUUID();
        var approver = UUID.randomUUID();
        var now = clock.instant();

        assertThat(
                        new FactorOfApprover(
                                        "gold",
                                        now.plusSeconds(seconds),
                                        access.toString(),
                                        approver.toString())
                                .objectionTo(access, approver, now))
                .isEmpty();
    }

    @Test
    void whoMayPrescribeNowhereGetsNoAccess() {
        var physician = aPhysician("Sade", license(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        assertThatThrownBy(() -> asCompliance(() -> credentialing.enterAccess(physician)))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("no state");
    }

    @ParameterizedTest
    @CsvSource({"license,FL", "dea,FL", "signing-credential,US"})
    void whatTheAccessRestsOnIsLostAndTheAccessWithIt(String kind, String state) {
        var physician = whoMaySign();
        var number =
                credentialsOf(physician).credentials().stream()
                        .filter(row -> row.kind().code().equals(kind))
                        .findFirst()
                        .orElseThrow()
                        .number();
        clock.passes(Duration.ofMinutes(3));
        board.suspends(kind, state, number);
        asksAll(physician);

        assertThat(epcs(physician).accessRevokedAt()).isEqualTo(clock.instant());
        assertThat(credentialsOf(physician).signing()).startsWith("Signing access was revoked: ");
        board.reinstates(kind, state, number);
        asksAll(physician);
        assertThat(epcs(physician).accessRevokedAt()).as("revoked is for good").isNotNull();
    }

    @Test
    void theLastDeaRegistrationEndsAndTheAccessWithItTheSameDay() {
        var physician =
                aPhysician(
                        "Sybil",
                        license(UsState.FL, NEXT_SPRING),
                        dea(UsState.FL, LocalDate.of(2026, 12, 1)),
                        dea(UsState.NJ, LocalDate.of(2026, 12, 2)),
                        signingCredential());
        eachIsConfirmed(physician);
        approves(aRegistrant("Sixten"), asCompliance(() -> credentialing.enterAccess(physician)));

        clock.standsAt(Instant.parse("2026-12-02T05:00:00Z"));
        endingsAreWatched();
        assertThat(epcs(physician).accessRevokedAt()).as("one still runs").isNull();
        clock.standsAt(Instant.parse("2026-12-03T04:59:59Z"));
        endingsAreWatched();
        assertThat(epcs(physician).accessRevokedAt()).isNull();
        clock.standsAt(Instant.parse("2026-12-03T05:00:00Z"));
        endingsAreWatched();
        assertThat(epcs(physician).accessRevokedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aSilentBoardTakesNothingAway() {
        var physician = whoMaySign();
        board.isDown();
        clock.passes(Duration.ofDays(3));
        endingsAreWatched();
        waitUntil(
                () ->
                        row(physician, CredentialKind.DEA)
                                .missing()
                                .contains("did not confirm it lately"));

        assertThat(epcs(physician).accessRevokedAt()).isNull();
        assertThat(epcs(physician).observedAt()).isBefore(clock.instant().minusSeconds(300));
    }

    @Test
    void anOfficerRevokesAtOnceAndSaysWhy() {
        var physician = whoMaySign();

        assertThatThrownBy(() -> does(() -> credentialing.revokeAccess(physician, " ")))
                .isInstanceOf(Refusal.Forbidden.class);
        does(() -> credentialing.revokeAccess(physician, "The token was lost."));

        assertThat(epcs(physician).accessRevokedAt()).isEqualTo(clock.instant());
        assertThat(credentialsOf(physician).signing())
                .isEqualTo("Signing access was revoked: The token was lost.");
        assertThatThrownBy(() -> does(() -> credentialing.revokeAccess(physician, "Again")))
                .isInstanceOf(Refusal.Overtaken.class);
        clock.passes(Duration.ofMinutes(1));
        asksAll(physician);
        var again = asCompliance(() -> credentialing.enterAccess(physician));
        assertThat(epcs(physician).accessApprovedBy()).isNull();
        assertThat(epcs(physician).accessRevokedAt()).isNull();
        assertThatThrownBy(() -> does(() -> licensing.physician(PhysicianId.next())))
                .isInstanceOf(Refusal.Missing.class);
        does(() -> credentialing.revokeAccess(physician, "Entered by mistake."));
        assertThatThrownBy(() -> approves(aRegistrant("Silas"), again))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    private PhysicianId whoMaySign() {
        var physician = aRegistrant("Selma");
        approves(aRegistrant("Sten"), asCompliance(() -> credentialing.enterAccess(physician)));
        return physician;
    }

    private void approves(PhysicianId approver, UUID access) {
        Actors.does(
                Actors.physician(approver),
                () -> credentialing.approveAccess(access, factor(approver, access)));
    }

    private FactorOfApprover factor(PhysicianId approver, UUID access) {
        return new FactorOfApprover(
                "gold", clock.instant(), access.toString(), approver.toString());
    }

    private Epcs epcs(PhysicianId physician) {
        return Objects.requireNonNull(prescriber(physician).epcs());
    }

    private static <T> T as(PhysicianId physician, java.util.function.Supplier<T> work) {
        return Actors.as(Actors.physician(physician), work::get);
    }
}
