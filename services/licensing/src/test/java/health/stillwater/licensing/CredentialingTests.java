package health.stillwater.licensing;

import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Facts;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a compliance officer may do at the desk, and nobody else. */
class CredentialingTests {

    private final Credentials credentials = mock(Credentials.class);
    private final Holders holders = mock(Holders.class);
    private final Registry registry = mock(Registry.class);
    private final History history = mock(History.class);
    private final Confirmations confirmations = mock(Confirmations.class);
    private final SigningAccesses accesses = mock(SigningAccesses.class);
    private final Signers signers = mock(Signers.class);
    private final Asking asking = mock(Asking.class);
    private final Credentialing desk =
            new Credentialing(
                    credentials,
                    holders,
                    registry,
                    history,
                    confirmations,
                    accesses,
                    signers,
                    asking,
                    new TestClock());
    private final Actor officer = Actors.staff(Actor.Kind.COMPLIANCE);
    private final Holder mary = Holder.of(MARY);
    private final Credential license =
            Made.confirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
    private final CredentialRow row =
            new Portfolio(
                            new Standing(Made.rulebook(), accesses, new TestClock()),
                            accesses,
                            Made.rulebook(),
                            new TestClock())
                    .row(license, "Mary");

    @BeforeEach
    void maryHoldsALicense() {
        when(credentials.findById(license.id())).thenReturn(Optional.of(license));
        when(credentials.locked(license.id())).thenReturn(Optional.of(license));
        when(holders.heldBy(mary)).thenReturn(List.of(license));
        when(holders.nameOf(any())).thenReturn("Mary");
        when(holders.known(MARY)).thenReturn(Made.mary());
        when(holders.rows(List.of(license))).thenReturn(List.of(row));
        when(registry.record(any(), any(), any())).thenReturn(license.id());
    }

    @ParameterizedTest
    @EnumSource(value = Actor.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPLIANCE")
    void nobodyElseFindsTheDesk(Actor.Kind kind) {
        var id = license.id();
        var told = Made.told(CredentialKind.LICENSE, UsState.NJ, NEXT_SPRING);
        var other = Actors.staff(kind);
        for (Runnable act :
                List.<Runnable>of(
                        () -> desk.holder(mary),
                        () -> desk.credential(id),
                        () -> desk.factsOf(MARY, NOON),
                        () -> desk.record(mary, told),
                        () -> desk.renew(id, NEXT_SPRING, null),
                        () -> desk.askAgain(id),
                        () -> desk.enterAccess(MARY),
                        () -> desk.revokeAccess(MARY, "left"))) {
            assertThatThrownBy(() -> Actors.does(other, act)).isInstanceOf(Refusal.Missing.class);
        }
        verifyNoInteractions(registry, asking, signers, history);
    }

    @Test
    void aHolderIsShownWithHistoryAndAccess() {
        var access = new SigningAccess(MARY, officer, NOON);
        when(accesses.findByPhysicianOrderByEnteredAtDesc(MARY)).thenReturn(List.of(access));
        when(history.of(mary)).thenReturn(List.of());

        assertThat(asOfficer(() -> desk.holder(mary)))
                .isEqualTo(
                        new HolderView(
                                mary,
                                "Mary",
                                List.of(row),
                                List.of(),
                                List.of(access.view("Mary"))));
        assertThat(asOfficer(() -> desk.holder(Holder.of(Made.HARBOR))).access()).isEmpty();
    }

    @Test
    void aCredentialIsShownWithWhatItsSourceSaid() {
        var said = new VerificationView("The board", NOON, NOON, null, null, null, "status 503");
        when(confirmations.of(any(), anyInt())).thenReturn(List.of(said));
        when(credentials.all()).thenReturn(List.of(license));

        assertThat(asOfficer(() -> desk.credential(license.id())))
                .isEqualTo(new CredentialView(row, List.of(said)));
        assertThat(desk.all()).containsExactly(row);
        assertThatThrownBy(() -> asOfficer(() -> desk.credential(CredentialId.next())))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void thePastIsReadFromTheHistory() {
        var facts = Facts.none().withConsents(java.util.Map.of());
        when(history.factsOf(MARY, NOON)).thenReturn(facts);

        assertThat(asOfficer(() -> desk.factsOf(MARY, NOON))).isSameAs(facts);
    }

    @Test
    void aNewNumberTakesThePlaceOfTheOldOneOfItsKindAndState() {
        recorded(CredentialKind.LICENSE, UsState.FL, Optional.of(license));
        recorded(CredentialKind.LICENSE, UsState.NJ, Optional.empty());
        recorded(CredentialKind.DEA, UsState.FL, Optional.empty());
    }

    @Test
    void aSecondSpecialtyTakesNobodysPlace() {
        var known = Made.confirmed(CredentialKind.BOARD_CERTIFICATION, UsState.FL, NEXT_SPRING);
        when(holders.heldBy(mary)).thenReturn(List.of(known));
        when(credentials.locked(known.id())).thenReturn(Optional.of(known));

        recorded(CredentialKind.BOARD_CERTIFICATION, UsState.FL, Optional.empty());
    }

    @Test
    void theSameNumberIsRenewedNotRecorded() {
        var told = Made.told(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
        when(holders.heldBy(mary)).thenReturn(List.of(Made.unconfirmed(told)));
        assertThatThrownBy(() -> asOfficer(() -> desk.record(mary, told)))
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("renewal");
    }

    @Test
    void aRenewalIsKeptWithItsPaperAndAskedAbout() {
        var paper = new Evidence("paper", "1", NOON);
        var through = LocalDate.of(2029, 3, 31);
        Actors.does(officer, () -> desk.renew(license.id(), through, paper));

        assertThat(license.stand().renewalUntil()).isEqualTo(through);
        verify(credentials).saveAndFlush(license);
        verify(registry).keepPaper(license.id(), paper, NOON);
        verify(asking).now(license.id());
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        officer,
                                        () -> desk.renew(CredentialId.next(), through, null)))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void accessIsEnteredRevokedAndAsksAgain() {
        var id = UUID.randomUUID();
        when(signers.enter(MARY, officer)).thenReturn(id);
        assertThat(asOfficer(() -> desk.enterAccess(MARY))).isEqualTo(id);

        Actors.does(officer, () -> desk.revokeAccess(MARY, " left "));
        verify(signers).revoke(MARY, "left", "staff");
        assertThatThrownBy(() -> Actors.does(officer, () -> desk.revokeAccess(MARY, " ")))
                .isInstanceOf(Refusal.Forbidden.class);
        Actors.does(officer, () -> desk.askAgain(license.id()));
        verify(asking).now(license.id());
    }

    @Test
    void aPhysicianApprovesOthersAccessNotTheirOwnNorWhatTheyEntered() {
        var registrant = Actors.physician(PhysicianId.next());
        var marys = new SigningAccess(MARY, officer, NOON);
        var own = new SigningAccess(new PhysicianId(registrant.id()), officer, NOON);
        var entered = new SigningAccess(MARY, registrant, NOON);
        when(accesses.waiting()).thenReturn(List.of(own, entered, marys));
        assertThat(Actors.as(registrant, desk::accessToApprove))
                .containsExactly(marys.view("Mary Salt"));

        var factor = new FactorOfApprover("gold", NOON, "", "");
        Actors.does(registrant, () -> desk.approveAccess(marys.id(), factor));
        verify(signers).approve(marys.id(), registrant, factor);
        assertThatThrownBy(() -> asOfficer(desk::accessToApprove))
                .isInstanceOf(Refusal.Missing.class);
    }

    private void recorded(CredentialKind kind, UsState state, Optional<Credential> inItsPlace) {
        var told = Made.told(kind, state, NEXT_SPRING);

        assertThat(asOfficer(() -> desk.record(mary, told))).isEqualTo(license.id());
        verify(registry).record(mary, told, inItsPlace);
        verify(holders).requireRightPlace(mary, told);
    }

    private <T> T asOfficer(Supplier<T> work) {
        return Actors.as(officer, work::get);
    }
}
