package health.stillwater.licensing;

import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.testing.TestClock;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Answers;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told before something ends, and when it has ended; each once. */
class EndingsTests {

    private final TestClock clock = new TestClock();
    private final Credentials credentials = mock(Credentials.class);
    private final Signers signers = mock(Signers.class);
    private final JdbcClient jdbc = mock(JdbcClient.class);
    private final List<CredentialEnding> warnings = new ArrayList<>();
    private final Set<List<Object>> noted = new HashSet<>();
    private final Endings endings =
            new Endings(
                    credentials,
                    signers,
                    new Standing(Made.rulebook(), mock(SigningAccesses.class), clock),
                    event -> warnings.add((CredentialEnding) event),
                    jdbc,
                    clock);

    /** The table of notices: what is noted a second time is no row more. */
    @BeforeEach
    void noticesAreKept() {
        when(jdbc.sql(anyString())).thenAnswer(_ -> notice());
    }

    private JdbcClient.StatementSpec notice() {
        var params = new ArrayList<Object>();
        return mock(
                JdbcClient.StatementSpec.class,
                call ->
                        switch (call.getMethod().getName()) {
                            case "param" -> noting(params, call);
                            case "update" -> noted.add(params.subList(0, 3)) ? 1 : 0;
                            default -> Answers.RETURNS_DEFAULTS.answer(call);
                        });
    }

    private static Object noting(List<Object> params, InvocationOnMock call) {
        params.add(call.getArgument(0));
        return call.getMock();
    }

    @ParameterizedTest(name = "{0} days before: warned of {1}")
    @CsvSource({
        "91, ", "90, 90", "89, 90", "61, 90", "60, 60", "59, 60", "31, 60", "30, 30", "29, 30",
        "8, 30", "7, 7", "6, 7", "1, 7", "0, 7", "-1, ", "-2, "
    })
    void onlyTheNearestWarningIsTold(int days, Integer warned) {
        var license = license(NEXT_SPRING);
        clock.standsAt(Instant.parse("2027-03-31T17:00:00Z").minusSeconds(days * 86_400L));
        endings.look(license.id());
        endings.look(license.id());

        assertThat(warnings)
                .extracting(CredentialEnding::days)
                .isEqualTo(warned == null ? List.of() : List.of(warned));
    }

    @ParameterizedTest(name = "at {0}: warned {1}")
    @CsvSource({
        "2027-03-24T03:59:59.999999999Z, false", // daylight saving time since March 14
        "2027-03-24T04:00:00Z, true"
    })
    void aWarningsDayBeginsInTheStatesZone(Instant at, boolean warned) {
        var license = license(NEXT_SPRING);
        clock.standsAt(Instant.parse("2027-03-23T17:00:00Z"));
        endings.look(license.id());
        clock.standsAt(at);
        endings.look(license.id());

        assertThat(warnings).extracting(CredentialEnding::days).hasSize(warned ? 2 : 1);
        assertThat(warnings.getLast())
                .isEqualTo(
                        new CredentialEnding(
                                license.id(),
                                Made.MARY,
                                null,
                                warned ? 7 : 30,
                                NEXT_SPRING,
                                warned ? at : Instant.parse("2027-03-23T17:00:00Z")));
    }

    @Test
    void whoComesLateIsNotToldOfTheOthersAfterwards() {
        var license = license(NEXT_SPRING);
        clock.standsAt(Instant.parse("2027-03-25T17:00:00Z"));
        endings.look(license.id());
        assertThat(noted)
                .extracting(notice -> notice.get(1))
                .containsExactlyInAnyOrder("DAYS_7", "DAYS_30", "DAYS_60", "DAYS_90");

        clock.standsAt(Instant.parse("2027-03-01T17:00:00Z"));
        endings.look(license.id());
        assertThat(warnings).extracting(CredentialEnding::days).containsExactly(7);
    }

    @Test
    void whatNeverEndsIsNotWarnedOf() {
        var profile = known(Made.confirmed(CredentialKind.FLORIDA_PROFILE, UsState.FL, null));
        var abroad = known(Made.confirmed(CredentialKind.LICENSE, UsState.CA, NEXT_SPRING));
        clock.standsAt(Instant.parse("2027-04-24T17:00:00Z"));
        endings.look(profile.id());
        endings.look(abroad.id());

        assertThat(warnings).isEmpty();
        assertThat(noted).isEmpty();
    }

    @ParameterizedTest(name = "at {0}: lost {1}")
    @CsvSource({"2027-04-01T03:59:59.999999999Z, 0", "2027-04-01T04:00:00Z, 1"})
    void theEndOfTheLastDayIsALossOnce(Instant at, int losses) {
        var license = license(NEXT_SPRING);
        clock.standsAt(at);
        endings.look(license.id());
        assertThat(lossesOf(license)).hasSize(losses);
        endings.look(license.id());
        assertThat(lossesOf(license)).hasSize(losses);
        assertThat(endings.isOver(license)).isEqualTo(losses == 1);
    }

    @ParameterizedTest(name = "at {0}: lost {1}")
    @CsvSource({
        "2026-11-24T16:59:59.999999999Z, 0",
        "2026-11-24T17:00:00Z, 1",
        "2026-11-24T17:00:00.000000001Z, 1"
    })
    void anAnnouncedSuspensionIsALossOnceAtItsInstant(Instant at, int losses) {
        var license = license(NEXT_SPRING);
        license.hears(
                Made.says(CredentialStatus.ACTIVE, Made.suspendedFrom(NOON), NOON.minusSeconds(60)),
                false,
                NOON.minusSeconds(60));
        clock.standsAt(at);
        endings.look(license.id());
        assertThat(lossesOf(license)).hasSize(losses);
        endings.look(license.id());
        assertThat(lossesOf(license)).hasSize(losses);
        assertThat(
                        noted.contains(
                                List.of(
                                        license.id().value(),
                                        "SUSPENDED",
                                        Date.valueOf(LocalDate.of(2026, 11, 24)))))
                .isEqualTo(losses == 1);
    }

    @Test
    void whatItsSourceTookAwayAlreadyIsNotLostAgain() {
        var license = license(NEXT_SPRING);
        license.hears(Made.says(CredentialStatus.SUSPENDED), false, clock.instant());
        Made.forgetNews(license);
        clock.standsAt(Instant.parse("2027-04-01T04:00:00Z"));
        endings.look(license.id());

        assertThat(lossesOf(license)).isEmpty();
    }

    @Test
    void whatRestsOnAPhysiciansCredentialIsLookedAtAndKept() {
        var license = license(NEXT_SPRING);
        when(credentials.findByPhysicianOrderByStateAscKindAsc(Made.MARY))
                .thenReturn(List.of(license));
        endings.look(license.id());
        verify(signers).hold(Made.MARY, List.of(license));
        verify(credentials).saveAndFlush(license);
    }

    @Test
    void nobodySignsWithAPharmacysCredential() {
        var held = known(Made.confirmed(CredentialKind.PHARMACY_DEA, UsState.NJ, NEXT_SPRING));
        endings.look(held.id());

        verify(signers, never()).hold(any(), any());
        verify(credentials).saveAndFlush(held);
    }

    @Test
    void candidatesAreSoughtByTheDayOfUniversalTime() {
        var id = CredentialId.next();
        var params = new ArrayList<Object>();
        var statement =
                mock(
                        JdbcClient.StatementSpec.class,
                        call -> {
                            if (call.getMethod().getName().equals("query")) {
                                return rowOf(id, call.getArgument(0));
                            }
                            params.add(call.getArgument(1));
                            return call.getMock();
                        });
        when(jdbc.sql(anyString())).thenReturn(statement);
        clock.standsAt(Instant.parse("2026-12-01T00:00:00Z"));

        assertThat(endings.candidates()).containsExactly(id);
        assertThat(params)
                .containsExactly(
                        Date.valueOf(LocalDate.of(2026, 12, 1)), Timestamp.from(clock.instant()));
    }

    private static JdbcClient.MappedQuerySpec<?> rowOf(CredentialId id, RowMapper<?> mapper)
            throws SQLException {
        var row = mock(ResultSet.class);
        when(row.getObject(1, UUID.class)).thenReturn(id.value());
        var found = mapper.mapRow(row, 0);
        return mock(JdbcClient.MappedQuerySpec.class, _ -> Collections.singletonList(found));
    }

    private Credential license(LocalDate lastDay) {
        return known(Made.confirmed(CredentialKind.LICENSE, UsState.FL, lastDay));
    }

    private Credential known(Credential credential) {
        when(credentials.locked(credential.id())).thenReturn(Optional.of(credential));
        return credential;
    }

    private static List<?> lossesOf(Credential credential) {
        return Made.news(credential).stream()
                .filter(CredentialSuspended.class::isInstance)
                .toList();
    }
}
