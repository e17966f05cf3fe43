package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.OrganisationFacts;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.rulebook.PrescriberFacts.TwoFactor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of credential, and what the gate is told of it. */
class KindsRoomTests extends LicensingRoom {

    @Test
    void aTelehealthRegistrantIsNotALicensee() {
        var physician =
                aPhysician(
                        "Ona",
                        telehealthRegistration(UsState.FL, NEXT_SPRING),
                        dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        assertThat(prescriber(physician).licenses().get("FL").type())
                .isEqualTo(LicenseType.TELEHEALTH_REGISTRANT);
        assertThat(servableBy(physician)).isEmpty();
        assertThat(row(physician, CredentialKind.TELEHEALTH_REGISTRATION).missing())
                .contains("kind of license");
    }

    @Test
    void aLicenseComesBeforeALeaveToTreatFromOutside() {
        var physician =
                aPhysician(
                        "Oda",
                        telehealthRegistration(UsState.FL, NEXT_SPRING),
                        license(UsState.FL, NEXT_SPRING),
                        dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        assertThat(prescriber(physician).licenses().get("FL").type()).isEqualTo(LicenseType.MD);
        assertThat(servableBy(physician)).containsExactly(UsState.FL);
    }

    @Test
    void disciplineIsToldAndStops() {
        var license = license(UsState.FL, NEXT_SPRING);
        var physician = aPhysician("Olu", license, dea(UsState.FL, NEXT_SPRING));
        board.disciplines("license", "FL", license.number());
        eachIsConfirmed(physician);

        assertThat(prescriber(physician).licenses().get("FL").encumbered()).isTrue();
        assertThat(servableBy(physician)).isEmpty();
        assertThat(row(physician, CredentialKind.LICENSE).missing())
                .isEqualTo("Its source reports discipline.");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false", ","})
    void theFloridaProfileNamesAPrescriberOfControlledSubstancesOrNot(
            Boolean said, Boolean expected) {
        var physician = aPhysician("Ott", floridaProfile(said, "anesthesiology"));
        eachIsConfirmed(physician);

        var profile = prescriber(physician).floridaProfile();
        assertThat(profile.controlledSubstanceDesignation()).isEqualTo(expected);
        assertThat(profile.observedAt()).isEqualTo(clock.instant());
        assertThat(row(physician, CredentialKind.FLORIDA_PROFILE).expiresOn()).isNull();
    }

    @Test
    void aProfileThatIsGoneNamesNobodyAndOneNeverAskedIsNotKnown() {
        var profile = floridaProfile(true, null);
        board.isDown();
        var physician = aPhysician("Oma", profile);
        assertThat(prescriber(physician).floridaProfile().controlledSubstanceDesignation())
                .isNull();
        board.isUp();
        board.revokes("florida-profile", "FL", profile.number());
        asksAll(physician);

        assertThat(prescriber(physician).floridaProfile().controlledSubstanceDesignation())
                .isFalse();
        assertThat(prescriber(aPhysician("Omi")).floridaProfile()).isNull();
    }

    @Test
    void aBoardCertifiesInMoreThanOneSpecialtyAndSomeForLife() {
        var physician =
                aPhysician(
                        "Ole",
                        boardCertification("Psychiatry", NEXT_SPRING),
                        boardCertification("Anesthesiology", null));
        eachIsConfirmed(physician);

        assertThat(credentialsOf(physician).credentials())
                .extracting(CredentialRow::note, CredentialRow::expiresOn, CredentialRow::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "Psychiatry, American Board of Psychiatry", NEXT_SPRING, null),
                        org.assertj.core.groups.Tuple.tuple(
                                "Anesthesiology, American Board of Anesthesiology", null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "active,current,true,CURRENT",
        "active,expired,true,EXPIRED",
        "active,lost,true,LOST",
        "active,compromised,true,COMPROMISED",
        "active,revoked,true,REVOKED",
        "active,,true,",
        "revoked,current,false,REVOKED",
        "suspended,lost,false,LOST",
        "expired,current,false,EXPIRED"
    })
    void whatIsSignedWithIsAsGoodAsItsProviderSays(
            String status, String factor, boolean proofed, TwoFactor expected) {
        var signing = signingCredential();
        board.says("signing-credential", "US", signing.number(), "secondFactor", factor);
        switch (status) {
            case "revoked" -> board.revokes("signing-credential", "US", signing.number());
            case "suspended" -> board.suspends("signing-credential", "US", signing.number());
            case "expired" ->
                    board.letsExpire("signing-credential", "US", signing.number(), NEXT_SPRING);
            default -> assertThat(status).isEqualTo("active");
        }
        // Asked about at once: by then the board must know it all.
        var physician = aPhysician("Orr", signing);
        eachIsConfirmed(physician);

        var epcs = prescriber(physician).epcs();
        assertThat(epcs.identityProofed()).isEqualTo(proofed);
        assertThat(epcs.twoFactor()).isEqualTo(expected);
        assertThat(epcs.accessEnteredBy()).isNull();
        assertThat(epcs.observedAt()).isEqualTo(clock.instant());
    }

    @Test
    void theOrganizationIsRegisteredByState() {
        var number = "NJ-" + numbers.next("T");
        board.knows("organization-registration", "NJ", number, NEXT_SPRING);
        var told =
                new NewOrganization(
                        UUID.randomUUID(),
                        "Stillwater",
                        List.of(
                                new NewCredential.OrganizationRegistration(
                                        UsState.NJ, number, BEGINNING, NEXT_SPRING, null)));
        assertThat(asCompliance(licensing::factsOfOrganization).organisation()).isNull();
        does(() -> licensing.register(told));
        assertThat(organization().registrations().get("NJ").status()).isNull();
        waitUntil(
                () -> organization().registrations().get("NJ").status() == CredentialStatus.ACTIVE);

        assertThat(organization().registrations().get("NJ").expiresOn()).isEqualTo(NEXT_SPRING);
        assertThat(asCompliance(() -> credentialing.holder(Holder.of(told.id()))).credentials())
                .extracting(CredentialRow::holder)
                .containsExactly("Stillwater");
        assertThatThrownBy(() -> does(() -> licensing.register(told)))
                .isInstanceOf(health.stillwater.kernel.Refusal.Overtaken.class);

        clock.standsAt(Instant.parse("2026-11-25T17:00:00Z"));
        board.suspends("organization-registration", "NJ", number);
        isSuspended(told.id());
    }

    private void isSuspended(UUID organization) {
        does(
                () ->
                        asCompliance(() -> credentialing.holder(Holder.of(organization)))
                                .credentials()
                                .forEach(row -> credentialing.askAgain(row.id())));
        waitUntil(
                () ->
                        organization().registrations().get("NJ").status()
                                == CredentialStatus.SUSPENDED);
        assertThat(news.of(CredentialSuspended.class))
                .anyMatch(
                        lost ->
                                lost.physician() == null
                                        && lost.pharmacy() == null
                                        && lost.state() == UsState.NJ);
    }

    private OrganisationFacts organization() {
        return Objects.requireNonNull(asCompliance(licensing::factsOfOrganization).organisation());
    }

    @Test
    void nobodyHoldsWhatIsNotForThem() {
        assertThatThrownBy(() -> aPhysician("Ora", pharmacyDea(UsState.FL, NEXT_SPRING)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> aPharmacy("Orchid", UsState.FL, license(UsState.FL, NEXT_SPRING)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new NewOrganization(
                                        UUID.randomUUID(),
                                        "X",
                                        List.of(cds(UsState.NJ, LocalDate.of(2027, 1, 1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecondLetterThatIsNotTheSurnamesIsWorthANote() {
        var physician = aPhysician("Olga Quist", dea(UsState.FL, NEXT_SPRING));
        assertThat(row(physician, CredentialKind.DEA).note()).contains("second letter");
        var fitting = aPhysician("Olga Salt", dea(UsState.FL, NEXT_SPRING));
        assertThat(row(fitting, CredentialKind.DEA).note()).isEmpty();
    }
}
