package health.stillwater.licensing;

import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.PrescriberFacts.TwoFactor;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;

/** Access to signing rests on a ground, and goes with it. */
class SignersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final TestClock clock = new TestClock();
    private final Rulebook rulebook = Made.rulebook();
    private final SigningAccesses accesses = mock(SigningAccesses.class);
    private final Physicians physicians = mock(Physicians.class);
    private final Holders holders = mock(Holders.class);
    private final Stillness stillness = mock(Stillness.class);
    private final EntityManager entities = mock(EntityManager.class);
    private final Signers signers =
            new Signers(
                    accesses,
                    physicians,
                    holders,
                    stillness,
                    new Standing(rulebook, accesses, clock),
                    entities,
                    clock);
    private final Actor officer = Actors.staff(Actor.Kind.COMPLIANCE);
    private final Actor registrant = Actors.physician(PhysicianId.next());
    private final SigningAccess access = new SigningAccess(MARY, officer, NOON);

    @BeforeEach
    void maryWaitsForASecondPersonAndEveryRulePasses() {
        when(accesses.findByPhysicianAndRevokedAtIsNull(MARY)).thenReturn(Optional.of(access));
        when(accesses.findFirstByPhysicianAndEnteredAtLessThanEqualOrderByEnteredAtDesc(
                        any(), any()))
                .thenReturn(Optional.empty());
        when(accesses.saveAndFlush(any())).thenAnswer(call -> call.getArgument(0));
        when(accesses.physicianOf(access.id())).thenReturn(Optional.of(MARY));
        when(accesses.findById(access.id())).thenReturn(Optional.of(access));
        when(holders.known(MARY)).thenReturn(Made.mary());
        when(physicians.findById(any())).thenReturn(Optional.of(Made.mary()));
        when(rulebook.judge(any(), any(), any()))
                .thenReturn(new Judgement(Moment.QUEUE, NOON, "1", List.of(), ""));
        when(rulebook.freshness("epcs", Moment.CLAIM))
                .thenReturn(Optional.of(Duration.ofMinutes(5)));
        when(stillness.of(MARY)).thenReturn(List.of(license(NEXT_SPRING), dea(NEXT_SPRING)));
        when(stillness.of(new PhysicianId(registrant.id())))
                .thenReturn(List.of(dea(NEXT_SPRING), signing(true, TwoFactor.CURRENT)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-25T04:59:59.999999999Z, ",
        "2026-11-25T05:00:00Z, Every license has ended.",
        "2026-11-26T05:00:00Z, Every license has ended."
    })
    void accessGoesWithTheLastLicenseWhenItsDayIsOver(Instant at, String because) {
        clock.standsAt(at);
        signers.hold(MARY, List.of(license(TODAY), license(TODAY), dea(NEXT_SPRING)));

        assertThat(access.view("").revokedBecause()).isEqualTo(because);
        assertThat(access.view("").revokedAt()).isEqualTo(because == null ? null : at);
    }

    @Test
    void oneThatHasNotEndedHoldsIt() {
        clock.standsAt(Instant.parse("2026-11-25T05:00:00Z"));
        signers.hold(MARY, List.of(license(TODAY), license(NEXT_SPRING), dea(NEXT_SPRING)));
        assertThat(access.isRevoked()).isFalse();

        signers.hold(MARY, List.of(license(NEXT_SPRING), dea(TODAY)));
        assertThat(access.view("").revokedBecause()).isEqualTo("Every DEA registration has ended.");
        assertThat(access.view("").revokedBy()).isEqualTo("the program");
        verify(entities).refresh(access, LockModeType.PESSIMISTIC_WRITE);
        verify(accesses).saveAndFlush(access);
    }

    @Test
    void notBeingAbleToTellIsNoLoss() {
        signers.hold(MARY, List.of());
        signers.hold(
                MARY, List.of(Made.unconfirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING)));

        assertThat(access.isRevoked()).isFalse();
        verify(accesses, never()).saveAndFlush(any());
    }

    @ParameterizedTest(name = "{0} suspended from second {1}: revoked {2}")
    @CsvSource({
        "LICENSE, -1, true",
        "LICENSE, 0, true",
        "LICENSE, 1, false",
        "DEA, 0, true",
        "DEA, 1, false",
        "CDS, 0, false"
    })
    void accessGoesWithASuspensionAtItsInstant(CredentialKind kind, long second, boolean revoked) {
        var held = Made.confirmed(kind, UsState.FL, NEXT_SPRING);
        held.hears(
                Made.says(
                        CredentialStatus.ACTIVE,
                        Made.suspendedFrom(NOON.plusSeconds(second)),
                        NOON),
                false,
                NOON);
        signers.hold(MARY, List.of(held));

        assertThat(access.isRevoked()).isEqualTo(revoked);
        if (revoked) {
            assertThat(access.view("").revokedBecause())
                    .isEqualTo(kind.title() + " in Florida is no longer in force.");
        }
    }

    @ParameterizedTest
    @CsvSource({"CURRENT, false", ", false", "EXPIRED, true", "LOST, true", "COMPROMISED, true"})
    void accessGoesWithTheSecondFactor(TwoFactor factor, boolean revoked) {
        signers.hold(MARY, List.of(signing(true, factor)));

        assertThat(access.view("").revokedBecause())
                .isEqualTo(revoked ? "The second factor is no longer current." : null);
    }

    @Test
    void whatWasRevokedMeanwhileIsLeftAsItIs() {
        access.isRevoked("left", "staff", NOON);
        signers.hold(MARY, List.of(signing(true, TwoFactor.LOST)));

        assertThat(access.view("").revokedBecause()).isEqualTo("left");
    }

    @Test
    void whoMayPrescribeSomewhereIsEntered() {
        assertThat(signers.enter(MARY, officer)).isNotNull();

        when(accesses.saveAndFlush(any())).thenThrow(new DataIntegrityViolationException("two"));
        assertThatThrownBy(() -> signers.enter(MARY, officer))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void whoMayPrescribeNowhereOrLostTheGroundIsNot() {
        when(stillness.of(MARY)).thenReturn(List.of());
        assertThatThrownBy(() -> signers.enter(MARY, officer))
                .isInstanceOf(Refusal.Forbidden.class);

        when(stillness.of(MARY))
                .thenReturn(List.of(license(NEXT_SPRING), signing(true, TwoFactor.LOST)));
        assertThatThrownBy(() -> signers.enter(MARY, officer))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void aRegistrantWithACurrentFactorApproves() {
        signers.approve(access.id(), registrant, factor(NOON));

        assertThat(access.view("").approvedAt()).isEqualTo(NOON);
        assertThat(access.view("").approverDea()).startsWith("FS");
        verify(entities).refresh(access, LockModeType.PESSIMISTIC_WRITE);
        verify(accesses).saveAndFlush(access);
    }

    @Test
    void aFactorThatIsOldOrAnAccessThatIsNotThereIsRefused() {
        assertThatThrownBy(
                        () ->
                                signers.approve(
                                        access.id(), registrant, factor(NOON.minusSeconds(121))))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> signers.approve(UUID.randomUUID(), registrant, factor(NOON)))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void whoseGroundIsLostIsNotApproved() {
        when(stillness.of(MARY)).thenReturn(List.of());
        assertThatThrownBy(() -> signers.approve(access.id(), registrant, factor(NOON)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @ParameterizedTest(name = "proofed {0}, {1}, seen {2} s ago, limit 300: approves {3}")
    @CsvSource({
        "true, CURRENT, 299, true",
        "true, CURRENT, 300, true",
        "true, CURRENT, 301, false",
        "false, CURRENT, 0, false",
        ", CURRENT, 0, false",
        "true, EXPIRED, 0, false",
        "true, , 0, false"
    })
    void onlyAKnownAndCurrentFactorApproves(
            Boolean proofed, TwoFactor factor, long ago, boolean approves) {
        when(stillness.of(new PhysicianId(registrant.id())))
                .thenReturn(List.of(dea(NEXT_SPRING), signing(proofed, factor)));
        clock.standsAt(NOON.plusSeconds(ago));
        var fresh = factor(clock.instant());

        if (approves) {
            signers.approve(access.id(), registrant, fresh);
        } else {
            assertThatThrownBy(() -> signers.approve(access.id(), registrant, fresh))
                    .isInstanceOf(Refusal.Forbidden.class)
                    .hasMessageContaining("DEA registrant");
        }
        assertThat(access.isApproved()).isEqualTo(approves);
    }

    @Test
    void noOtherCredentialStandsInForTheFactor() {
        var boastful = dea(NEXT_SPRING);
        boastful.hears(
                Made.says(CredentialStatus.ACTIVE, Made.signs(true, TwoFactor.CURRENT), NOON),
                false,
                NOON);
        when(stillness.of(new PhysicianId(registrant.id()))).thenReturn(List.of(boastful));

        assertThatThrownBy(() -> signers.approve(access.id(), registrant, factor(NOON)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void anOfficerRevokesWhatThereIs() {
        signers.revoke(MARY, "left", "staff");
        assertThat(access.view("").revokedAt()).isEqualTo(NOON);
        verify(accesses).saveAndFlush(access);

        when(accesses.findByPhysicianAndRevokedAtIsNull(MARY)).thenReturn(Optional.empty());
        assertThatThrownBy(() -> signers.revoke(MARY, "left", "staff"))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    private FactorOfApprover factor(Instant at) {
        return new FactorOfApprover("gold", at, access.id().toString(), registrant.id().toString());
    }

    private static Credential license(LocalDate end) {
        return Made.confirmed(CredentialKind.LICENSE, UsState.FL, end);
    }

    private static Credential dea(LocalDate end) {
        return Made.confirmed(CredentialKind.DEA, UsState.FL, end);
    }

    private static Credential signing(Boolean proofed, TwoFactor factor) {
        var signing = Made.unconfirmed(CredentialKind.SIGNING_CREDENTIAL, UsState.FL, NEXT_SPRING);
        signing.hears(
                Made.says(CredentialStatus.ACTIVE, Made.signs(proofed, factor), NOON), false, NOON);
        return signing;
    }
}
