package health.stillwater.licensing;

import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts.TwoFactor;
import health.stillwater.testing.Actors;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person enters it, a second approves it, and it is revoked for good. */
class SigningAccessTests {

    private static final Instant APPROVED = NOON.plusSeconds(60);
    private static final Instant REVOKED = NOON.plusSeconds(120);

    private final Actor officer = Actors.staff(Actor.Kind.COMPLIANCE);
    private final Actor registrant = Actors.physician(PhysicianId.next());
    private final SigningAccess access = new SigningAccess(MARY, officer, NOON);

    @Test
    void nobodyEntersTheirOwn() {
        assertThatThrownBy(() -> new SigningAccess(MARY, Actors.physician(MARY), NOON))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void neitherWhoEnteredItNorWhoseItIsApprovesIt() {
        for (var same : new Actor[] {officer, Actors.physician(MARY)}) {
            assertThatThrownBy(() -> access.isApproved(same, "AB1234563", NOON, APPROVED))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThat(access.isApproved()).isFalse();
        assertThat(access.view("Mary").waiting()).isTrue();
        assertThat(access.view("Mary").inForce()).isFalse();
    }

    @Test
    void aSecondPersonApprovesItOnce() {
        approve();

        assertThat(access.isApproved()).isTrue();
        assertThat(access.isRevoked()).isFalse();
        assertThat(access.view("Mary"))
                .isEqualTo(
                        new SigningAccessView(
                                access.id(),
                                MARY,
                                "Mary",
                                "staff",
                                NOON,
                                "a physician",
                                APPROVED,
                                "AB1234563",
                                null,
                                null,
                                null));
        assertThat(access.view("Mary").inForce()).isTrue();
        assertThat(access.view("Mary").waiting()).isFalse();
        assertThatThrownBy(this::approve)
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("already");
    }

    @Test
    void whatIsRevokedIsRevokedForGood() {
        approve();
        access.isRevoked("left", "staff", REVOKED);

        assertThat(access.isRevoked()).isTrue();
        assertThat(access.view("Mary").inForce()).isFalse();
        assertThat(access.view("Mary").waiting()).isFalse();
        assertThat(access.view("Mary").revokedBecause()).isEqualTo("left");
        assertThat(access.view("Mary").revokedBy()).isEqualTo("staff");
        assertThatThrownBy(() -> access.isRevoked("again", "staff", REVOKED))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void whatWasRevokedWhileItWaitedIsNotApproved() {
        access.isRevoked("left", "staff", REVOKED);

        assertThat(access.view("Mary").waiting()).isFalse();
        assertThatThrownBy(this::approve)
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("revoked");
    }

    @Test
    void eachStepIsNews() {
        approve();
        access.isRevoked("left", "staff", REVOKED);

        assertThat(Made.news(access))
                .containsExactly(
                        new SigningAccessEntered(access.id(), MARY, NOON),
                        new SigningAccessApproved(access.id(), MARY, APPROVED),
                        new SigningAccessRevoked(access.id(), MARY, REVOKED));
    }

    @ParameterizedTest(name = "second {0}: approved {1}, revoked {2}")
    @CsvSource({
        "59, false, false",
        "60, true, false",
        "61, true, false",
        "119, true, false",
        "120, true, true",
        "121, true, true"
    })
    void theGateIsToldOnlyWhatHadComeByThen(long second, boolean approved, boolean revoked) {
        approve();
        access.isRevoked("left", "staff", REVOKED);
        var facts = access.facts(null, NOON.plusSeconds(second));

        assertThat(facts.accessEnteredBy()).isEqualTo(officer.id().toString());
        assertThat(facts.accessApprovedBy())
                .isEqualTo(approved ? registrant.id().toString() : null);
        assertThat(facts.approverIsDeaRegistrant()).isEqualTo(approved ? true : null);
        assertThat(facts.accessRevokedAt()).isEqualTo(revoked ? REVOKED : null);
        assertThat(facts.identityProofed()).isNull();
        assertThat(facts.twoFactor()).isNull();
        assertThat(facts.observedAt()).isNull();
    }

    @Test
    void whatTheProviderSaidGoesWithIt() {
        var signing = Made.unconfirmed(CredentialKind.SIGNING_CREDENTIAL, UsState.FL, NEXT_SPRING);
        signing.hears(
                Made.says(CredentialStatus.ACTIVE, Made.signs(true, TwoFactor.CURRENT), NOON),
                false,
                NOON);
        var facts = access.facts(signing.heldAt(NOON), NOON);

        assertThat(facts.identityProofed()).isTrue();
        assertThat(facts.twoFactor()).isEqualTo(TwoFactor.CURRENT);
        assertThat(facts.observedAt()).isEqualTo(NOON);
        assertThat(facts.accessApprovedBy()).isNull();
    }

    @Test
    void itKnowsWhoseItIsAndWhoEnteredIt() {
        assertThat(access.physician()).isEqualTo(MARY);
        assertThat(access.isEnteredBy(officer.id())).isTrue();
        assertThat(access.isEnteredBy(registrant.id())).isFalse();
    }

    private void approve() {
        access.isApproved(registrant, "AB1234563", NOON, APPROVED);
    }
}
