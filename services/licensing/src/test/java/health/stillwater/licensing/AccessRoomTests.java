package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Who may read and change what licensing keeps. */
class AccessRoomTests extends LicensingRoom {

    @Test
    void aPharmacysSecretIsForTheProgramAlone() {
        var pharmacy = aPharmacy("Sage", UsState.FL, pharmacyLicense(UsState.FL, NEXT_SPRING));

        assertThat(
                        Actors.as(Actor.system("hand-over"), () -> licensing.endpoint(pharmacy))
                                .secret())
                .isEqualTo("whsec_c2VjcmV0");
        assertThatThrownBy(() -> asCompliance(() -> licensing.endpoint(pharmacy)))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(
                        () ->
                                Actors.as(
                                        Actors.pharmacist(pharmacy),
                                        () -> licensing.endpoint(pharmacy)))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void aPhysicianChangesNoCredentialNotEvenTheirOwn() {
        var physician = aPhysician("Gil", license(UsState.FL, NEXT_SPRING));

        assertThatThrownBy(
                        () ->
                                Actors.as(
                                        Actors.physician(physician),
                                        () ->
                                                transaction.execute(
                                                        _ ->
                                                                jdbc.sql(
                                                                                "update licensing.credential set status = 'ACTIVE', evidence_source = 's',"
                                                                                        + " evidence_id = 'e', evidence_seen_at = now() where physician_id = ?")
                                                                        .param(physician.value())
                                                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(
                        () ->
                                Actors.as(
                                        Actors.physician(PhysicianId.next()),
                                        () ->
                                                licensing.register(
                                                        new NewPhysician(
                                                                PhysicianId.next(),
                                                                "X",
                                                                numbers.npi(),
                                                                "a",
                                                                UsState.FL,
                                                                List.of()))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void confirmationsStayAsTheyWereWritten() {
        var physician = aPhysician("Hal", license(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        assertThatThrownBy(
                        () ->
                                asCompliance(
                                        () ->
                                                transaction.execute(
                                                        _ ->
                                                                jdbc.sql(
                                                                                "update licensing.confirmation set status = 'ACTIVE'")
                                                                        .update())))
                .isInstanceOf(DataAccessException.class);
    }
}
