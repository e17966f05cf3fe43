package health.stillwater.audit;

import static health.stillwater.testing.Actors.as;
import static health.stillwater.testing.Actors.asTheProgram;
import static health.stillwater.testing.Actors.does;
import static health.stillwater.testing.Actors.patient;
import static health.stillwater.testing.Actors.pharmacist;
import static health.stillwater.testing.Actors.physician;
import static health.stillwater.testing.Actors.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Seen;
import health.stillwater.testing.RoomTest;
import health.stillwater.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class AuditRoomTests {

    static final Actor COMPLIANCE = staff(Actor.Kind.COMPLIANCE);
    static final Instant NOON = TestClock.START;

    record CredentialChecked(@Nullable PatientId subject, Instant at, String about)
            implements DomainEvent {}

    PatientId patient;
    Actor physician;

    @Autowired Audit audit;

    @Autowired ApplicationEventPublisher news;

    @Autowired TransactionTemplate transaction;

    @Autowired JdbcClient jdbc;

    @BeforeEach
    void somebodyNew() {
        patient = PatientId.next();
        physician = physician(PhysicianId.next());
    }

    @Test
    void everyActIsWrittenDownWithWhoDidIt() {
        publish(physician, new Seen(patient, "case 1", NOON));

        assertThat(as(COMPLIANCE, () -> audit.of(patient)))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.action()).isEqualTo("Seen");
                            assertThat(row.kind()).isEqualTo(Actor.Kind.PHYSICIAN);
                            assertThat(row.actorId()).isEqualTo(physician.id().toString());
                            assertThat(row.actorName()).isEqualTo(physician.name());
                            assertThat(row.subject()).isEqualTo(patient);
                            assertThat(row.about()).isEqualTo("case 1");
                            assertThat(row.at()).isEqualTo(NOON);
                        });
    }

    @Test
    void anActThatDidNotHappenLeavesNoTrace() {
        does(
                physician,
                () ->
                        transaction.executeWithoutResult(
                                status -> {
                                    news.publishEvent(new Seen(patient, "case 1", NOON));
                                    status.setRollbackOnly();
                                }));

        assertThat(as(COMPLIANCE, () -> audit.of(patient))).isEmpty();
    }

    @Test
    void anActThatCannotBeWrittenDownDoesNotHappen() {
        assertThatThrownBy(() -> publish(physician, new Seen(patient, "zero \0 byte", NOON)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () ->
                                does(
                                        physician,
                                        () -> news.publishEvent(new Seen(patient, "case 1", NOON))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(as(COMPLIANCE, () -> audit.of(patient))).isEmpty();
    }

    @Test
    void whoeverActsIsWrittenDown() {
        for (var kind : Actor.Kind.values()) {
            publish(
                    new Actor(kind, patient.value(), null, kind.name()),
                    new Seen(patient, "case 1", NOON));
        }

        assertThat(as(COMPLIANCE, () -> audit.of(patient)))
                .extracting(AuditRow::kind)
                .containsExactlyInAnyOrder(Actor.Kind.values());
    }

    @Test
    void patientsReadWhatIsAboutThemAndNothingElse() {
        var other = PatientId.next();
        publish(physician, new Seen(patient, "case 1", NOON));
        publish(physician, new Seen(other, "case 2", NOON));

        assertThat(as(patient(patient), () -> audit.search(AuditFilter.everything())))
                .extracting(AuditRow::about)
                .containsExactly("case 1");
        assertThat(as(patient(patient), () -> audit.of(other))).isEmpty();
    }

    @Test
    void staffOtherThanComplianceReadNothing() {
        publish(physician, new Seen(patient, "case 1", NOON));

        for (var other :
                List.of(
                        physician,
                        pharmacist(PharmacyId.next()),
                        staff(Actor.Kind.BILLING),
                        Actor.NOBODY)) {
            assertThat(as(other, () -> audit.of(patient))).as(other.kind().name()).isEmpty();
        }
    }

    @Test
    void theTrailIsSearchedByWhomWhatAndWhen() {
        publish(physician, new Seen(patient, "case 1", NOON));
        publish(
                new Actor(Actor.Kind.BILLING, patient.value(), null, "Ada Lind"),
                new Seen(patient, "account 1", NOON));
        publish(
                physician,
                new CredentialChecked(patient, NOON.plus(Duration.ofHours(1)), "credential 1"));

        assertThat(found(new AuditFilter(patient, "lind", null, null, null, 0)))
                .containsExactly("account 1");
        assertThat(found(new AuditFilter(patient, physician.id().toString(), null, null, null, 0)))
                .containsExactly("credential 1", "case 1");
        assertThat(found(new AuditFilter(patient, null, "credential", null, null, 0)))
                .containsExactly("credential 1");
        assertThat(found(new AuditFilter(patient, "%", null, null, null, 0))).isEmpty();
        assertThat(found(new AuditFilter(patient, null, null, NOON.plusSeconds(1), null, 0)))
                .containsExactly("credential 1");
        assertThat(found(new AuditFilter(patient, null, null, NOON, NOON.plusSeconds(1), 0)))
                .containsExactly("account 1", "case 1");
        assertThat(found(new AuditFilter(patient, null, null, null, null, 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set about = ''",
                "delete from audit.entry",
                "truncate audit.entry",
                "alter table audit.entry disable row level security",
            })
    void nothingIsChangedAfterwards(String sql) {
        publish(physician, new Seen(patient, "case 1", NOON));

        assertThatThrownBy(
                        () ->
                                asTheProgram(
                                        () ->
                                                transaction.executeWithoutResult(
                                                        status -> jdbc.sql(sql).update())))
                .isInstanceOf(DataAccessException.class);
    }

    private List<String> found(AuditFilter filter) {
        return as(COMPLIANCE, () -> audit.search(filter)).stream().map(AuditRow::about).toList();
    }

    private void publish(Actor actor, DomainEvent act) {
        does(actor, () -> transaction.executeWithoutResult(status -> news.publishEvent(act)));
    }
}
