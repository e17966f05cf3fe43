package health.stillwater.licensing;

import static health.stillwater.licensing.Made.HARBOR;
import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Facts;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the front door answers. */
class LicensingTests {

    private final TestClock clock = new TestClock();
    private final Physicians physicians = mock(Physicians.class);
    private final Pharmacies pharmacies = mock(Pharmacies.class);
    private final Organizations organizations = mock(Organizations.class);
    private final Credentials credentials = mock(Credentials.class);
    private final Registry registry = mock(Registry.class);
    private final Standing standing = mock(Standing.class);
    private final Stillness stillness = mock(Stillness.class);
    private final Portfolio portfolio = mock(Portfolio.class);
    private final Asking asking = mock(Asking.class);
    private final JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
    private final Holders holders =
            new Holders(physicians, pharmacies, organizations, credentials, portfolio);
    private final Licensing licensing = door(standing, holders);
    private final Physician mary = Made.mary();
    private final Pharmacy harbor = Made.harbor();
    private final Facts facts = Facts.none().withConsents(java.util.Map.of());

    @BeforeEach
    void maryAndHarborAreKnown() {
        when(physicians.findById(MARY)).thenReturn(Optional.of(mary));
        when(physicians.findAllByOrderByName()).thenReturn(List.of(mary));
        when(pharmacies.findById(HARBOR)).thenReturn(Optional.of(harbor));
        when(standing.statesOf(any(Physician.class), any())).thenReturn(Set.of(UsState.FL));
        when(standing.statesOf(any(Pharmacy.class), any())).thenReturn(Set.of(UsState.FL));
    }

    @ParameterizedTest(name = "{0} after {1}: listed {2}")
    @CsvSource({
        "PT59M59.999999999S, 2026-11-26T04:00:00Z, false",
        "PT1H, 2026-11-26T04:00:00Z, true",
        "PT1H0.000000001S, 2026-11-26T04:00:00Z, true",
        "PT0S, 2026-11-26T05:00:00Z, true",
        "PT0S, 2027-11-26T05:00:00Z, true"
    })
    void whatEndsWithinATimeIsListedByTheEndOfItsLastDay(
            Duration within, Instant now, boolean listed) {
        clock.standsAt(now);
        assertThat(endsWithin(within, license(UsState.FL, LocalDate.of(2026, 11, 25))))
                .isEqualTo(listed);
    }

    @Test
    void whatNeverEndsIsNotListedAndWhatNobodyKnowsIs() {
        var profile = Made.confirmed(CredentialKind.FLORIDA_PROFILE, UsState.FL, null);

        assertThat(endsWithin(Duration.ofDays(9_999), profile)).isFalse();
        assertThat(endsWithin(Duration.ZERO, license(UsState.CA, NEXT_SPRING))).isTrue();
    }

    @Test
    void nothingIsKnownOfAStranger() {
        assertThat(licensing.factsOf(PhysicianId.next())).isEqualTo(Facts.none());
        assertThat(licensing.factsOf(PharmacyId.next())).isEqualTo(Facts.none());
        assertThat(licensing.factsOfOrganization()).isEqualTo(Facts.none());
        assertThat(licensing.servableBy(PhysicianId.next())).isEmpty();
        assertThat(licensing.pharmacyFor(UsState.FL)).isEmpty();
    }

    @Test
    void whatIsKnownIsToldByItsStanding() {
        var organization =
                new Organization(new NewOrganization(Made.STILLWATER, "S", List.of()), NOON);
        when(organizations.theOnly()).thenReturn(Optional.of(organization));
        when(standing.factsOf(any(Physician.class), any())).thenReturn(facts);
        when(standing.factsOf(any(Pharmacy.class), any())).thenReturn(facts);
        when(standing.factsOf(any(Organization.class), any())).thenReturn(facts);

        assertThat(licensing.factsOf(MARY)).isSameAs(facts);
        assertThat(licensing.factsOf(HARBOR)).isSameAs(facts);
        assertThat(licensing.factsOfOrganization()).isSameAs(facts);
    }

    @Test
    void aPhysicianIsForTheStatesServable() {
        assertThat(licensing.servableBy(MARY)).containsExactly(UsState.FL);
        assertThat(licensing.physiciansFor(UsState.FL)).containsExactly(licensing.physician(MARY));
        assertThat(licensing.physiciansFor(UsState.NJ)).isEmpty();
        assertThat(licensing.physician(MARY))
                .isEqualTo(
                        new PhysicianView(
                                MARY, "Mary Salt", mary.npi(), "1 Harbor Way", Set.of(UsState.FL)));
    }

    @Test
    void aPharmacyAtHomeComesBeforeOneFromOutside() {
        var home = pharmacy(UsState.FL);
        when(pharmacies.findAllByOrderByName()).thenReturn(List.of(harbor, home));

        assertThat(licensing.pharmacyFor(UsState.FL)).contains(home.id());
        assertThat(licensing.pharmacyFor(UsState.TX)).isEmpty();
        assertThat(licensing.pharmacy(HARBOR))
                .isEqualTo(
                        new PharmacyView(
                                HARBOR,
                                "Harbor",
                                UsState.NJ,
                                "555-0100",
                                URI.create("http://localhost:9/orders"),
                                Set.of(UsState.FL)));
    }

    @Test
    void everythingHeldIsAskedAboutNow() {
        var marys = license(UsState.FL, NEXT_SPRING);
        var harbors = Made.confirmed(CredentialKind.PHARMACY_DEA, UsState.NJ, NEXT_SPRING);
        when(credentials.findByPhysicianOrderByStateAscKindAsc(MARY)).thenReturn(List.of(marys));
        when(credentials.findByPharmacyOrderByStateAscKindAsc(HARBOR)).thenReturn(List.of(harbors));

        licensing.verifyNow(MARY);
        verify(asking).now(marys.id());
        verify(asking, never()).now(harbors.id());
        licensing.verifyNow(HARBOR);
        verify(asking).now(harbors.id());
    }

    @Test
    void aSignatureLocksWhatItRestsOn() {
        licensing.lockForSigning(MARY, HARBOR);

        verify(stillness).forSigning(MARY, HARBOR);
    }

    @Test
    void aPharmacyHearsOfOrdersWithItsSecretWhichIsNeverShown() {
        var secret = jdbc.sql(anyString()).param(HARBOR.value()).query(String.class);
        when(secret.optional()).thenReturn(Optional.of("whsec"));
        var endpoint = licensing.endpoint(HARBOR);
        assertThat(endpoint.secret()).isEqualTo("whsec");
        assertThat(endpoint.webhook()).isEqualTo(harbor.webhook());
        assertThat(endpoint.toString()).contains("localhost").doesNotContain("whsec");

        when(secret.optional()).thenReturn(Optional.empty());
        assertThatThrownBy(() -> licensing.endpoint(HARBOR)).isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void whatAPhysicianHoldsIsThePortfolios() {
        var view = new CredentialsView(MARY, "Mary", "", Set.of(), List.of(), List.of(), null, "");
        when(portfolio.of(mary, List.of())).thenReturn(view);

        assertThat(licensing.credentialsOf(MARY)).isSameAs(view);
    }

    @Test
    void whoeverJoinsIsRegistered() {
        var numbers = new Numbers();
        var physician =
                new NewPhysician(MARY, "M", numbers.npi(), "1 Harbor Way", UsState.FL, List.of());
        var organization = new NewOrganization(Made.STILLWATER, "S", List.of());

        assertThat(licensing.register(physician)).isEqualTo(MARY);
        var pharmacy =
                new NewPharmacy(
                        HARBOR,
                        "Harbor",
                        UsState.NJ,
                        "555-0100",
                        URI.create("http://localhost:9"),
                        "whsec",
                        true,
                        true,
                        List.of());
        assertThat(licensing.register(pharmacy)).isEqualTo(HARBOR);
        assertThat(pharmacy.toString()).contains("Harbor").doesNotContain("whsec");
        verify(registry).register(pharmacy);
        licensing.register(organization);
        verify(registry).register(physician);
        verify(registry).register(organization);
    }

    private boolean endsWithin(Duration within, Credential credential) {
        when(credentials.all()).thenReturn(List.of(credential));
        var real = new Standing(Made.rulebook(), mock(SigningAccesses.class), clock);
        var desk = new Portfolio(real, mock(SigningAccesses.class), Made.rulebook(), clock);
        var listing = mock(Holders.class);
        when(listing.rows(any()))
                .thenAnswer(
                        call -> {
                            Collection<Credential> some = call.getArgument(0);
                            return some.stream().map(each -> desk.row(each, "")).toList();
                        });
        return !door(real, listing).expiring(within).isEmpty();
    }

    private Licensing door(Standing judging, Holders listing) {
        return new Licensing(
                physicians,
                pharmacies,
                organizations,
                credentials,
                listing,
                registry,
                judging,
                stillness,
                portfolio,
                asking,
                jdbc,
                clock);
    }

    private static Pharmacy pharmacy(UsState home) {
        return new Pharmacy(
                new NewPharmacy(
                        PharmacyId.next(),
                        "Palm",
                        home,
                        "555-0101",
                        URI.create("http://localhost:9"),
                        "whsec",
                        true,
                        true,
                        List.of()),
                NOON);
    }

    private static Credential license(UsState state, LocalDate lastDay) {
        return Made.confirmed(CredentialKind.LICENSE, state, lastDay);
    }
}
