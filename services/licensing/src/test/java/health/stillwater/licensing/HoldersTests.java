package health.stillwater.licensing;

import static health.stillwater.licensing.Made.HARBOR;
import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static health.stillwater.licensing.Made.STILLWATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who holds what, by which name, and where a pharmacy holds it. */
class HoldersTests {

    private final Physicians physicians = mock(Physicians.class);
    private final Pharmacies pharmacies = mock(Pharmacies.class);
    private final Organizations organizations = mock(Organizations.class);
    private final Credentials credentials = mock(Credentials.class);
    private final Portfolio portfolio = mock(Portfolio.class);
    private final Holders holders =
            new Holders(physicians, pharmacies, organizations, credentials, portfolio);

    @BeforeEach
    void eachIsKnown() {
        when(physicians.findById(MARY)).thenReturn(Optional.of(Made.mary()));
        when(pharmacies.findById(HARBOR)).thenReturn(Optional.of(Made.harbor()));
        when(organizations.theOnly())
                .thenReturn(
                        Optional.of(
                                new Organization(
                                        new NewOrganization(STILLWATER, "Stillwater", List.of()),
                                        NOON)));
    }

    @Test
    void eachHasAName() {
        assertThat(holders.nameOf(Holder.of(MARY))).isEqualTo("Mary Salt");
        assertThat(holders.nameOf(Holder.of(HARBOR))).isEqualTo("Harbor");
        assertThat(holders.nameOf(Holder.of(STILLWATER))).isEqualTo("Stillwater");
    }

    @Test
    void aStrangerIsMissing() {
        for (var stranger :
                List.of(
                        Holder.of(PhysicianId.next()),
                        Holder.of(PharmacyId.next()),
                        Holder.of(UUID.randomUUID()))) {
            assertThatThrownBy(() -> holders.nameOf(stranger)).isInstanceOf(Refusal.Missing.class);
        }
    }

    @Test
    void eachHoldsItsOwn() {
        var license = Made.confirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
        var dea = Made.confirmed(CredentialKind.PHARMACY_DEA, UsState.NJ, NEXT_SPRING);
        var ours =
                Made.confirmed(CredentialKind.ORGANIZATION_REGISTRATION, UsState.NJ, NEXT_SPRING);
        when(credentials.findByPhysicianOrderByStateAscKindAsc(MARY)).thenReturn(List.of(license));
        when(credentials.findByPharmacyOrderByStateAscKindAsc(HARBOR)).thenReturn(List.of(dea));
        when(credentials.ofTheOrganization()).thenReturn(List.of(ours));

        assertThat(holders.heldBy(Holder.of(MARY))).containsExactly(license);
        assertThat(holders.heldBy(Holder.of(HARBOR))).containsExactly(dea);
        assertThat(holders.heldBy(Holder.of(STILLWATER))).containsExactly(ours);
    }

    @Test
    void aRowBearsItsHoldersName() {
        var license = Made.confirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
        var row =
                new Portfolio(
                                new Standing(
                                        Made.rulebook(),
                                        mock(SigningAccesses.class),
                                        new health.stillwater.testing.TestClock()),
                                mock(SigningAccesses.class),
                                Made.rulebook(),
                                new health.stillwater.testing.TestClock())
                        .row(license, "Mary Salt");
        when(portfolio.row(license, "Mary Salt")).thenReturn(row);

        assertThat(holders.rows(List.of(license))).containsExactly(row);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "PHARMACY_LICENSE, NJ, true",
        "PHARMACY_DEA, NJ, true",
        "PHARMACY_REGISTRATION, FL, true",
        "PHARMACY_LICENSE, FL, false",
        "PHARMACY_DEA, FL, false",
        "PHARMACY_REGISTRATION, NJ, false"
    })
    void aPharmacyHasItsLicenseAtHomeAndRegistrationsElsewhere(
            CredentialKind kind, UsState state, boolean right) {
        var told = Made.told(kind, state, NEXT_SPRING);

        if (right) {
            assertThatCode(() -> holders.requireRightPlace(Holder.of(HARBOR), told))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> holders.requireRightPlace(Holder.of(HARBOR), told))
                    .isInstanceOf(Refusal.Forbidden.class)
                    .hasMessageContaining(state == UsState.NJ ? "at home there" : "elsewhere");
        }
    }

    @Test
    void aStrangerHasNoPlaceAndNobodyHoldsWhatIsNotForThem() {
        var license = Made.told(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);

        assertThatThrownBy(() -> holders.requireRightPlace(Holder.of(PhysicianId.next()), license))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> holders.requireRightPlace(Holder.of(HARBOR), license))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> holders.requireRightPlace(Holder.of(MARY), license))
                .doesNotThrowAnyException();
    }
}
