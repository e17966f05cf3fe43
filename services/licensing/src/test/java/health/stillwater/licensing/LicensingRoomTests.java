package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.NewCredential.MedicalLicense;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicensingRoomTests extends LicensingRoom {

    @Test
    void aPhysicianMayPrescribeWhereTheBoardsConfirmAllThatIsNeeded() {
        var physician =
                aPhysician(
                        "Ada",
                        license(UsState.FL, NEXT_SPRING),
                        dea(UsState.FL, NEXT_SPRING),
                        license(UsState.NJ, NEXT_SPRING),
                        dea(UsState.NJ, NEXT_SPRING));
        eachIsConfirmed(physician);

        assertThat(servableBy(physician)).containsExactly(UsState.FL);
        assertThat(credentialsOf(physician).missing())
                .containsExactly("Controlled substance registration in New Jersey");
        assertThat(asCompliance(() -> licensing.physiciansFor(UsState.FL)))
                .extracting(PhysicianView::id)
                .contains(physician);
        assertThat(asCompliance(() -> licensing.physiciansFor(UsState.NJ)))
                .extracting(PhysicianView::id)
                .doesNotContain(physician);
    }

    @Test
    void newJerseyIsOpenWithItsOwnRegistration() {
        var physician =
                aPhysician(
                        "Bea",
                        license(UsState.NJ, NEXT_SPRING),
                        dea(UsState.NJ, NEXT_SPRING),
                        cds(UsState.NJ, NEXT_SPRING));
        eachIsConfirmed(physician);

        assertThat(servableBy(physician)).containsExactly(UsState.NJ);
        assertThat(credentialsOf(physician).missing()).isEmpty();
        assertThat(credentialsOf(physician).credentials())
                .extracting(CredentialRow::missing)
                .containsOnly("");
    }

    @Test
    void aPaperThatCameAlongProvesNothingUntilTheBoardIsAsked() {
        board.isDown();
        var paper = new Evidence("a certificate", "scan 7", clock.instant());
        var physician =
                aPhysician(
                        "Cyn",
                        new MedicalLicense(
                                UsState.FL,
                                numbers.next("ME"),
                                LicenseType.MD,
                                BEGINNING,
                                NEXT_SPRING,
                                paper));
        waitUntil(
                () -> row(physician, CredentialKind.LICENSE).missing().contains("does not answer"));

        assertThat(row(physician, CredentialKind.LICENSE).status()).isNull();
        assertThat(servableBy(physician)).isEmpty();
        boolean kept =
                asCompliance(
                        () ->
                                transaction.execute(
                                        _ ->
                                                jdbc.sql(
                                                                "select status is null"
                                                                        + " from licensing.confirmation where evidence_id = 'scan 7'")
                                                        .query(Boolean.class)
                                                        .single()));
        assertThat(kept).isTrue();
    }

    @Test
    void whatTheBoardDoesNotKnowIsNone() {
        var unheardOf =
                new MedicalLicense(
                        UsState.FL,
                        numbers.next("ME"),
                        LicenseType.MD,
                        BEGINNING,
                        NEXT_SPRING,
                        null);
        var physician = aPhysician("Dee", unheardOf, dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        assertThat(row(physician, CredentialKind.LICENSE).status())
                .isEqualTo(CredentialStatus.NONE);
        assertThat(row(physician, CredentialKind.LICENSE).missing()).contains("no such credential");
        assertThat(servableBy(physician)).isEmpty();
    }

    @Test
    void aLicenseAsAnotherKindOfPractitionerIsNotEnough() {
        var number = numbers.next("NP");
        board.knows("license", "FL", number, NEXT_SPRING, "np", List.of());
        var told =
                new MedicalLicense(
                        UsState.FL, number, LicenseType.MD, BEGINNING, NEXT_SPRING, null);
        var physician = aPhysician("Eve", told, dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        assertThat(servableBy(physician)).isEmpty();
        assertThat(row(physician, CredentialKind.LICENSE).missing()).contains("kind of license");
    }

    @Test
    void aDeaRegistrationMustCoverTheSchedule() {
        var number = numbers.dea();
        board.knows("dea", "FL", number, NEXT_SPRING, null, List.of("4"));
        var told =
                new NewCredential.DeaRegistration(
                        UsState.FL, number, java.util.Set.of("3N"), BEGINNING, NEXT_SPRING, null);
        var physician = aPhysician("Fay", license(UsState.FL, NEXT_SPRING), told);
        eachIsConfirmed(physician);

        assertThat(servableBy(physician)).isEmpty();
        assertThat(row(physician, CredentialKind.DEA).missing()).contains("schedule");
    }

    @Test
    void thePharmacyAtHomeComesBeforeOneFromOutside() {
        var outside =
                aPharmacy(
                        "Aster from New Jersey",
                        UsState.NJ,
                        pharmacyLicense(UsState.NJ, NEXT_SPRING),
                        pharmacyDea(UsState.NJ, NEXT_SPRING),
                        pharmacyRegistration(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(outside);
        assertThat(asCompliance(() -> licensing.pharmacyFor(UsState.FL))).contains(outside);

        var atHome =
                aPharmacy(
                        "Zinnia of Florida",
                        UsState.FL,
                        pharmacyLicense(UsState.FL, NEXT_SPRING),
                        pharmacyDea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(atHome);

        assertThat(asCompliance(() -> licensing.pharmacyFor(UsState.FL))).contains(atHome);
        assertThat(asCompliance(() -> licensing.pharmacyFor(UsState.NJ))).contains(outside);
        assertThat(asCompliance(() -> licensing.pharmacyFor(UsState.GA))).isEmpty();
        assertThat(asCompliance(() -> licensing.pharmacy(outside)).states())
                .containsExactlyInAnyOrder(UsState.FL, UsState.NJ);
    }

    @Test
    void nobodyIsTakenInTwice() {
        var physician = aPhysician("Ida");
        var again =
                new NewPhysician(
                        physician, "Ida", numbers.npi(), "elsewhere", UsState.FL, List.of());

        assertThatThrownBy(() -> asCompliance(() -> licensing.register(again)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThatThrownBy(
                        () ->
                                aPhysician(
                                        "Joy",
                                        license(UsState.FL, NEXT_SPRING),
                                        license(UsState.FL, NEXT_SPRING)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                aPharmacy(
                                        "Mint",
                                        UsState.FL,
                                        pharmacyRegistration(UsState.FL, NEXT_SPRING)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofAStrangerNothingIsKnown() {
        assertThat(servableBy(PhysicianId.next())).isEmpty();
        assertThat(asCompliance(() -> licensing.factsOf(PhysicianId.next())).prescriber()).isNull();
        assertThat(asCompliance(() -> licensing.factsOf(PharmacyId.next())).pharmacy()).isNull();
        assertThatThrownBy(() -> credentialsOf(PhysicianId.next()))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> asCompliance(() -> licensing.physician(PhysicianId.next())))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void whatEndsSoonIsListedTheFirstToEndFirst() {
        var physician =
                aPhysician(
                        "Kim",
                        license(
                                UsState.FL,
                                clock.instant()
                                        .atZone(java.time.ZoneOffset.UTC)
                                        .toLocalDate()
                                        .plusDays(20)),
                        dea(
                                UsState.FL,
                                clock.instant()
                                        .atZone(java.time.ZoneOffset.UTC)
                                        .toLocalDate()
                                        .minusDays(2)),
                        license(UsState.NJ, NEXT_SPRING));
        eachIsConfirmed(physician);

        var soon =
                asCompliance(() -> licensing.expiring(Duration.ofDays(30))).stream()
                        .filter(row -> row.holder().equals("Kim"))
                        .toList();

        assertThat(soon)
                .extracting(CredentialRow::kind)
                .containsExactly(CredentialKind.DEA, CredentialKind.LICENSE);
        assertThat(soon.getFirst().missing()).isEqualTo("It ended on November 22, 2026.");
    }
}
