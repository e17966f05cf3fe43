package health.stillwater.licensing;

import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.rulebook.PrescriberFacts.TwoFactor;
import health.stillwater.rulebook.Registration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gate is told of one credential. */
class HeldTests {

    @Test
    void aLicenseIsToldWithItsEndItsSuspensionAndWhenItWasSeen() {
        var from = NOON.plusSeconds(1);
        var details =
                new BoardAnswer.Details(
                        NEXT_SPRING, true, List.of(), LicenseType.DO, from, null, null, null, null);
        var held = heard(CredentialKind.LICENSE, CredentialStatus.ACTIVE, details, NOON);

        assertThat(held.license())
                .isEqualTo(
                        new PrescriberFacts.License(
                                held.stand().number(),
                                LicenseType.DO,
                                CredentialStatus.ACTIVE,
                                true,
                                NEXT_SPRING,
                                from,
                                NOON));
    }

    @Test
    void aLeaveToTreatFromOutsideIsNoLicense() {
        var held =
                heard(
                        CredentialKind.TELEHEALTH_REGISTRATION,
                        CredentialStatus.ACTIVE,
                        BoardAnswer.Details.NONE,
                        NOON);

        assertThat(held.license().type()).isEqualTo(LicenseType.TELEHEALTH_REGISTRANT);
    }

    @ParameterizedTest(name = "second {0}: {1}")
    @CsvSource({"-1, ACTIVE", "0, SUSPENDED", "1, SUSPENDED"})
    void aDeaRegistrationIsSuspendedFromTheInstantOnThoughItsFactsHaveNone(
            long second, CredentialStatus expected) {
        var held =
                heard(
                        CredentialKind.DEA,
                        CredentialStatus.ACTIVE,
                        Made.suspendedFrom(NOON),
                        NOON.plusSeconds(second));

        assertThat(held.dea().status()).isEqualTo(expected);
    }

    @Test
    void schedulesAreNotKnownBeforeTheSourceSpoke() {
        var untold = Made.unconfirmed(CredentialKind.DEA, UsState.FL, NEXT_SPRING).heldAt(NOON);
        assertThat(untold.dea().schedules()).isNull();
        assertThat(untold.dea().observedAt()).isNull();

        var none =
                heard(CredentialKind.DEA, CredentialStatus.ACTIVE, BoardAnswer.Details.NONE, NOON);
        assertThat(none.dea().schedules()).isEmpty();
        assertThat(none.dea().observedAt()).isEqualTo(NOON);
        assertThat(none.dea().expiresOn()).isEqualTo(NEXT_SPRING);
    }

    @Test
    void aStatesOwnRegistrationNamesWhereItsAddressLies() {
        var held =
                heard(CredentialKind.CDS, CredentialStatus.ACTIVE, BoardAnswer.Details.NONE, NOON);
        assertThat(held.cds())
                .isEqualTo(
                        new PrescriberFacts.CdsRegistration(
                                held.stand().number(),
                                CredentialStatus.ACTIVE,
                                "NJ",
                                NEXT_SPRING,
                                NOON));
        assertThat(
                        heard(
                                        CredentialKind.LICENSE,
                                        CredentialStatus.ACTIVE,
                                        BoardAnswer.Details.NONE,
                                        NOON)
                                .cds()
                                .addressState())
                .isNull();
    }

    @ParameterizedTest(name = "{0}, designated {1}: {2}")
    @CsvSource({
        "ACTIVE, true, true",
        "ACTIVE, false, false",
        "ACTIVE, , ",
        "EXPIRED, true, false",
        "NONE, , false",
        ", true, "
    })
    void aProfileThatIsGoneNamesNobody(
            CredentialStatus status, Boolean designated, Boolean expected) {
        var held = heard(CredentialKind.FLORIDA_PROFILE, status, Made.profile(designated, null));

        assertThat(held.floridaProfile().controlledSubstanceDesignation()).isEqualTo(expected);
        assertThat(held.floridaProfile().observedAt()).isEqualTo(status == null ? null : NOON);
    }

    @ParameterizedTest(name = "{0}, {1}: identity proofed {2}, factor {3}")
    @CsvSource({
        ", CURRENT, , ",
        "ACTIVE, CURRENT, true, CURRENT",
        "ACTIVE, LOST, true, LOST",
        "ACTIVE, , true, ",
        "EXPIRED, CURRENT, false, EXPIRED",
        "REVOKED, CURRENT, false, REVOKED",
        "SURRENDERED, , false, REVOKED",
        "NONE, CURRENT, false, REVOKED",
        "SUSPENDED, LOST, false, LOST",
        "SUSPENDED, COMPROMISED, false, COMPROMISED"
    })
    void whatIsSignedWithIsAsGoodAsItsProviderSays(
            CredentialStatus status, TwoFactor factor, Boolean proofed, TwoFactor expected) {
        var held = heard(CredentialKind.SIGNING_CREDENTIAL, status, Made.signs(true, factor));

        assertThat(held.identityProofed()).isEqualTo(proofed);
        assertThat(held.secondFactor()).isEqualTo(expected);
    }

    @Test
    void aPharmacysRegistrationIsToldWithItsEnd() {
        var held =
                heard(
                        CredentialKind.PHARMACY_REGISTRATION,
                        CredentialStatus.ACTIVE,
                        BoardAnswer.Details.NONE,
                        NOON);

        assertThat(held.registration())
                .isEqualTo(
                        new Registration(
                                held.stand().number(), CredentialStatus.ACTIVE, NEXT_SPRING, NOON));
    }

    /** With no status its source has not spoken. */
    private static Held heard(
            CredentialKind kind, CredentialStatus status, BoardAnswer.Details details) {
        return status == null
                ? Made.unconfirmed(kind, UsState.FL, NEXT_SPRING).heldAt(NOON)
                : heard(kind, status, details, NOON);
    }

    private static Held heard(
            CredentialKind kind, CredentialStatus status, BoardAnswer.Details details, Instant at) {
        var credential = Made.unconfirmed(kind, UsState.FL, NEXT_SPRING);
        credential.hears(Made.says(status, details, NOON), false, NOON);
        return credential.heldAt(at);
    }
}
