package health.stillwater.licensing;

import static health.stillwater.licensing.Made.HARBOR;
import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever joins holds one of a kind, in the right place, and everything is put to its source. */
class RegistryTests {

    private final Physicians physicians = mock(Physicians.class);
    private final Pharmacies pharmacies = mock(Pharmacies.class);
    private final Organizations organizations = mock(Organizations.class);
    private final Credentials credentials = mock(Credentials.class);
    private final Asking asking = mock(Asking.class);
    private final JdbcClient jdbc = mock(JdbcClient.class);
    private final Registry registry =
            new Registry(
                    physicians,
                    pharmacies,
                    organizations,
                    credentials,
                    asking,
                    jdbc,
                    new TestClock());
    private final Evidence paper = new Evidence("paper", "1", NOON);

    @BeforeEach
    void theDatabaseKeepsWhatItIsGiven() {
        when(credentials.saveAndFlush(any())).thenAnswer(call -> call.getArgument(0));
        var statement = mock(JdbcClient.StatementSpec.class, RETURNS_SELF);
        when(jdbc.sql(any())).thenReturn(statement);
    }

    @Test
    void everythingAPhysicianHoldsIsAskedAbout() {
        registry.register(
                physician(told(CredentialKind.LICENSE, UsState.FL), told(CredentialKind.DEA)));

        verify(physicians).saveAndFlush(any());
        verify(credentials, times(2)).saveAndFlush(any());
        verify(asking, times(2)).now(any());
        verify(jdbc, never()).sql(contains("confirmation"));
    }

    @ParameterizedTest(name = "{0} in {1}: two of a kind {2}")
    @CsvSource({"LICENSE, FL, true", "LICENSE, NJ, false", "CDS, FL, false"})
    void aPhysicianHoldsOneOfAKindInAState(CredentialKind kind, UsState state, boolean two) {
        var both = physician(told(CredentialKind.LICENSE, UsState.FL), told(kind, state));

        if (two) {
            assertThatThrownBy(() -> registry.register(both))
                    .isInstanceOf(IllegalArgumentException.class);
            verify(physicians, never()).saveAndFlush(any());
        } else {
            registry.register(both);
            verify(asking, times(2)).now(any());
        }
    }

    @Test
    void twoSpecialtiesAreTwoAndOneTwiceIsOne() {
        var psychiatry = told(CredentialKind.BOARD_CERTIFICATION);
        registry.register(physician(psychiatry, told(CredentialKind.BOARD_CERTIFICATION)));

        assertThatThrownBy(() -> registry.register(physician(psychiatry, psychiatry)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "PHARMACY_LICENSE, NJ, true",
        "PHARMACY_DEA, NJ, true",
        "PHARMACY_REGISTRATION, FL, true",
        "PHARMACY_LICENSE, FL, false",
        "PHARMACY_REGISTRATION, NJ, false"
    })
    void aPharmacyHasItsLicenseAtHomeAndRegistrationsElsewhere(
            CredentialKind kind, UsState state, boolean right) {
        var joining = pharmacy(told(kind, state));

        if (right) {
            registry.register(joining);
            verify(pharmacies).saveAndFlush(any());
            verify(jdbc).sql(contains("pharmacy_secret"));
            verify(asking).now(any());
        } else {
            assertThatThrownBy(() -> registry.register(joining))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theOrganizationJoinsWithItsRegistrations() {
        registry.register(organization(told(CredentialKind.ORGANIZATION_REGISTRATION, UsState.NJ)));
        verify(organizations).saveAndFlush(any());
        verify(asking).now(any());

        var one = told(CredentialKind.ORGANIZATION_REGISTRATION, UsState.FL);
        assertThatThrownBy(() -> registry.register(organization(one, one)))
                .isInstanceOf(IllegalArgumentException.class);
        var home = told(CredentialKind.PHARMACY_LICENSE, UsState.NJ);
        assertThatThrownBy(() -> registry.register(pharmacy(home, home)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsRegisteredIsNotRegisteredTwice() {
        var twice = new DataIntegrityViolationException("twice");
        when(physicians.saveAndFlush(any())).thenThrow(twice);
        when(pharmacies.saveAndFlush(any())).thenThrow(twice);
        when(organizations.saveAndFlush(any())).thenThrow(twice);

        for (Runnable joining :
                List.<Runnable>of(
                        () -> registry.register(physician()),
                        () -> registry.register(pharmacy()),
                        () -> registry.register(organization()))) {
            assertThatThrownBy(joining::run).isInstanceOf(Refusal.Overtaken.class);
        }
    }

    @Test
    void whatIsTakenInLaterIsNewsAndItsPaperIsKept() {
        var told = withPaper();
        var id = registry.record(Holder.of(MARY), told, Optional.empty());

        verify(asking).now(id);
        verify(jdbc).sql(contains("confirmation"));
        verify(credentials, times(2))
                .saveAndFlush(
                        org.mockito.ArgumentMatchers.argThat(
                                kept ->
                                        Made.news(kept)
                                                .contains(new CredentialRecorded(id, NOON))));
    }

    @Test
    void aNewNumberKeepsThePlaceOfTheOld() {
        var known = Made.confirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
        var told = withPaper();
        var id = registry.record(Holder.of(MARY), told, Optional.of(known));

        assertThat(id).isEqualTo(known.id());
        assertThat(known.stand().number()).isEqualTo(told.number());
        verify(credentials).saveAndFlush(known);
        verify(asking).now(id);
        verify(jdbc).sql(contains("confirmation"));
    }

    private NewCredential withPaper() {
        return new NewCredential.MedicalLicense(
                UsState.FL, "ME 1", LicenseType.MD, Made.BEGINNING, NEXT_SPRING, paper);
    }

    private static NewCredential told(CredentialKind kind) {
        return told(kind, UsState.FL);
    }

    private static NewCredential told(CredentialKind kind, UsState state) {
        return Made.told(kind, state, NEXT_SPRING);
    }

    private static NewPhysician physician(NewCredential... held) {
        return new NewPhysician(
                MARY, "Mary", new Numbers().npi(), "1 Harbor Way", UsState.FL, List.of(held));
    }

    private static NewPharmacy pharmacy(NewCredential... held) {
        return new NewPharmacy(
                HARBOR,
                "Harbor",
                UsState.NJ,
                "555-0100",
                URI.create("http://localhost:9"),
                "whsec",
                true,
                true,
                List.of(held));
    }

    private static NewOrganization organization(NewCredential... held) {
        return new NewOrganization(Made.STILLWATER, "Stillwater", List.of(held));
    }
}
