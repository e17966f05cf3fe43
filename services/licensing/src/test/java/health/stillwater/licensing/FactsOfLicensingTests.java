package health.stillwater.licensing;

import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PharmacyFacts;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.rulebook.PrescriberFacts.TwoFactor;
import health.stillwater.testing.Actors;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gate is told of a holder and everything held. */
class FactsOfLicensingTests {

    @Test
    void aPrescriberIsToldByStateAndKind() {
        var facts =
                prescriber(
                        Optional.empty(),
                        Made.confirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING),
                        Made.confirmed(
                                CredentialKind.TELEHEALTH_REGISTRATION, UsState.TX, NEXT_SPRING),
                        Made.confirmed(CredentialKind.DEA, UsState.FL, NEXT_SPRING),
                        Made.confirmed(CredentialKind.DEA, UsState.NJ, NEXT_SPRING),
                        Made.confirmed(CredentialKind.CDS, UsState.NJ, NEXT_SPRING),
                        Made.confirmed(CredentialKind.BOARD_CERTIFICATION, UsState.FL, null));

        assertThat(facts.id()).isEqualTo(MARY.toString());
        assertThat(facts.name()).isEqualTo("Mary Salt");
        assertThat(facts.practiceState()).isEqualTo("FL");
        assertThat(facts.licenses()).containsOnlyKeys("FL", "TX");
        assertThat(facts.deaRegistrations()).containsOnlyKeys("FL", "NJ");
        assertThat(facts.cdsRegistrations()).containsOnlyKeys("NJ");
        assertThat(facts.floridaProfile()).isNull();
        assertThat(facts.epcs()).isNull();
    }

    @Test
    void aLicenseComesBeforeALeaveToTreatFromOutside() {
        var license = Made.confirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
        var leave = Made.confirmed(CredentialKind.TELEHEALTH_REGISTRATION, UsState.FL, NEXT_SPRING);

        for (var held : List.of(List.of(license, leave), List.of(leave, license))) {
            var facts = prescriber(Optional.empty(), held.toArray(Credential[]::new));
            assertThat(Objects.requireNonNull(facts.licenses()).get("FL").type())
                    .isNotEqualTo(LicenseType.TELEHEALTH_REGISTRANT);
        }
    }

    @Test
    void aSecondFactorAloneLetsNobodySign() {
        var signing = signing();
        var facts = Objects.requireNonNull(prescriber(Optional.empty(), signing).epcs());

        assertThat(facts.identityProofed()).isTrue();
        assertThat(facts.twoFactor()).isEqualTo(TwoFactor.CURRENT);
        assertThat(facts.observedAt()).isEqualTo(NOON);
        assertThat(facts.accessEnteredBy()).isNull();
    }

    @Test
    void accessToSigningGoesWithTheSecondFactorWhenThereIsOne() {
        var access = new SigningAccess(MARY, Actors.staff(Actor.Kind.COMPLIANCE), NOON);
        var both = Objects.requireNonNull(prescriber(Optional.of(access), signing()).epcs());
        var alone = Objects.requireNonNull(prescriber(Optional.of(access)).epcs());

        assertThat(both.accessEnteredBy()).isNotNull();
        assertThat(both.twoFactor()).isEqualTo(TwoFactor.CURRENT);
        assertThat(alone.accessEnteredBy()).isNotNull();
        assertThat(alone.twoFactor()).isNull();
    }

    @Test
    void theProfileIsTold() {
        var profile = Made.confirmed(CredentialKind.FLORIDA_PROFILE, UsState.FL, null);
        assertThat(
                        Objects.requireNonNull(
                                        prescriber(Optional.empty(), profile).floridaProfile())
                                .observedAt())
                .isEqualTo(NOON);
    }

    @Test
    void aPharmacyHasItsLicenseAndDeaRegistrationAtHome() {
        var home = Made.confirmed(CredentialKind.PHARMACY_LICENSE, UsState.NJ, NEXT_SPRING);
        var dea = Made.confirmed(CredentialKind.PHARMACY_DEA, UsState.NJ, NEXT_SPRING);
        var facts =
                pharmacy(
                        home,
                        dea,
                        Made.confirmed(CredentialKind.PHARMACY_LICENSE, UsState.TX, NEXT_SPRING),
                        Made.confirmed(CredentialKind.PHARMACY_DEA, UsState.TX, NEXT_SPRING),
                        Made.confirmed(
                                CredentialKind.PHARMACY_REGISTRATION, UsState.FL, NEXT_SPRING));

        assertThat(facts.homeLicense()).isEqualTo(home.heldAt(NOON).registration());
        assertThat(facts.dea()).isEqualTo(dea.heldAt(NOON).registration());
        assertThat(facts.registrations()).containsOnlyKeys("FL");
        assertThat(facts.name()).isEqualTo("Harbor");
        assertThat(facts.homeState()).isEqualTo("NJ");
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void aPharmacySaysWhatItCanDo(boolean compounds, boolean electronic) {
        var pharmacy =
                new Pharmacy(
                        new NewPharmacy(
                                Made.HARBOR,
                                "Harbor",
                                UsState.NJ,
                                "555-0100",
                                URI.create("http://localhost:9"),
                                "whsec",
                                compounds,
                                electronic,
                                List.of()),
                        NOON);
        var facts = Objects.requireNonNull(FactsOfLicensing.of(pharmacy, List.of()).pharmacy());

        assertThat(facts.compoundingCompetent()).isEqualTo(compounds);
        assertThat(facts.epcsCapable()).isEqualTo(electronic);
    }

    @ParameterizedTest(name = "{0}: suspended {1}")
    @CsvSource({
        ", ",
        "ACTIVE, false",
        "EXPIRED, false",
        "NONE, false",
        "SUSPENDED, true",
        "REVOKED, true",
        "SURRENDERED, true"
    })
    void aPharmacyIsSuspendedWhenItsHomeLicenseIs(CredentialStatus status, Boolean suspended) {
        var home = Made.unconfirmed(CredentialKind.PHARMACY_LICENSE, UsState.NJ, NEXT_SPRING);
        if (status != null) {
            home.hears(Made.says(status), false, NOON);
        }

        assertThat(pharmacy(home).suspended()).isEqualTo(suspended);
        assertThat(pharmacy().suspended()).isNull();
        assertThat(pharmacy().homeLicense()).isNull();
    }

    private static Credential signing() {
        var signing = Made.unconfirmed(CredentialKind.SIGNING_CREDENTIAL, UsState.FL, NEXT_SPRING);
        signing.hears(
                Made.says(CredentialStatus.ACTIVE, Made.signs(true, TwoFactor.CURRENT), NOON),
                false,
                NOON);
        return signing;
    }

    private static PrescriberFacts prescriber(Optional<SigningAccess> access, Credential... held) {
        return Objects.requireNonNull(
                FactsOfLicensing.of(Made.mary(), held(held), access, NOON).prescriber());
    }

    private static PharmacyFacts pharmacy(Credential... held) {
        return Objects.requireNonNull(FactsOfLicensing.of(Made.harbor(), held(held)).pharmacy());
    }

    private static List<Held> held(Credential... credentials) {
        return Stream.of(credentials).map(each -> each.heldAt(NOON)).toList();
    }
}
