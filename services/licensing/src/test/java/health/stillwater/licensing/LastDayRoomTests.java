package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The last day counts until its end, where the credential counts; the first day counts from its
 * beginning.
 */
class LastDayRoomTests extends LicensingRoom {

    private static final LocalDate THE_LAST_DAY = LocalDate.of(2026, 11, 25);
    private static final Instant ITS_LAST_SECOND = Instant.parse("2026-11-26T04:59:59Z");
    private static final Instant AFTER_IT = Instant.parse("2026-11-26T05:00:00Z");

    @Test
    void aLicenseIsGoodInTheLastSecondOfItsLastDayAndNotAfter() {
        var physician =
                aPhysician("Lea", license(UsState.FL, THE_LAST_DAY), dea(UsState.FL, NEXT_SPRING));

        goodAtTheEndOnly(physician);
        assertThat(row(physician, CredentialKind.LICENSE).missing())
                .isEqualTo("It ended on November 25, 2026.");
    }

    @Test
    void aDeaRegistrationsLastDayEndsByFederalTime() {
        var physician =
                aPhysician("Lia", license(UsState.FL, NEXT_SPRING), dea(UsState.FL, THE_LAST_DAY));

        goodAtTheEndOnly(physician);
    }

    @Test
    void newJerseysOwnRegistrationEndsWithItsDay() {
        var physician =
                aPhysician(
                        "Liv",
                        license(UsState.NJ, NEXT_SPRING),
                        dea(UsState.NJ, NEXT_SPRING),
                        cds(UsState.NJ, THE_LAST_DAY));
        eachIsConfirmed(physician);

        clock.standsAt(ITS_LAST_SECOND);
        assertThat(servableBy(physician)).containsExactly(UsState.NJ);
        clock.standsAt(AFTER_IT);
        assertThat(servableBy(physician)).isEmpty();
    }

    @Test
    void aPharmacysRegistrationEndsWithItsDay() {
        var pharmacy =
                aPharmacy(
                        "Lilac",
                        UsState.NJ,
                        pharmacyLicense(UsState.NJ, NEXT_SPRING),
                        pharmacyDea(UsState.NJ, NEXT_SPRING),
                        pharmacyRegistration(UsState.FL, THE_LAST_DAY));
        eachIsConfirmed(pharmacy);

        clock.standsAt(ITS_LAST_SECOND);
        assertThat(asCompliance(() -> licensing.pharmacy(pharmacy)).states())
                .containsExactlyInAnyOrder(UsState.FL, UsState.NJ);
        clock.standsAt(AFTER_IT);
        assertThat(asCompliance(() -> licensing.pharmacy(pharmacy)).states())
                .containsExactly(UsState.NJ);
    }

    @Test
    void aLicenseThatHasNotBegunIsNotKnownOf() {
        var number = numbers.next("ME");
        board.knows("license", "FL", number, NEXT_SPRING, "md", List.of());
        var told =
                new NewCredential.MedicalLicense(
                        UsState.FL,
                        number,
                        LicenseType.MD,
                        LocalDate.of(2026, 11, 26),
                        NEXT_SPRING,
                        null);
        var physician = aPhysician("Lou", told, dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        clock.standsAt(ITS_LAST_SECOND);
        assertThat(servableBy(physician)).isEmpty();
        assertThat(row(physician, CredentialKind.LICENSE).missing())
                .isEqualTo("It begins on November 26, 2026.");
        clock.standsAt(AFTER_IT);
        assertThat(servableBy(physician)).containsExactly(UsState.FL);
    }

    @Test
    void whatEndsTodayIsListedAsEndingWithinTheDay() {
        var physician = aPhysician("Lux", license(UsState.FL, THE_LAST_DAY));
        eachIsConfirmed(physician);
        clock.standsAt(AFTER_IT.minus(Duration.ofHours(1)));

        assertThat(listed("Lux", Duration.ofMinutes(59))).isFalse();
        assertThat(listed("Lux", Duration.ofHours(1))).isTrue();
    }

    private boolean listed(String holder, Duration within) {
        return asCompliance(() -> licensing.expiring(within)).stream()
                .anyMatch(row -> row.holder().equals(holder));
    }

    private void goodAtTheEndOnly(PhysicianId physician) {
        eachIsConfirmed(physician);
        clock.standsAt(ITS_LAST_SECOND);
        assertThat(servableBy(physician)).containsExactly(UsState.FL);
        clock.standsAt(AFTER_IT);
        assertThat(servableBy(physician)).isEmpty();
    }
}
