package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Decisions extends Repository<SignedDecision, DecisionId> {

    SignedDecision saveAndFlush(SignedDecision decision);

    Optional<SignedDecision> findById(DecisionId id);

    List<SignedDecision> findByPatientOrderBySignedAtDesc(PatientId patient);

    @Query(
            "select distinct d.patient from SignedDecision d where d.verdict in (APPROVE, RENEW, CHANGE)")
    List<PatientId> patientsPrescribedFor();

    List<SignedDecision> findByPhysicianOrderBySignedAtDesc(PhysicianId physician);

    List<SignedDecision> findByPhysicianAndIssueDateBetweenOrderBySignedAt(
            PhysicianId physician, LocalDate from, LocalDate through);

    List<SignedDecision> findByPhysicianAndSignedAtGreaterThanEqualAndSignedAtLessThan(
            PhysicianId physician, Instant from, Instant until, Limit most);

    List<SignedDecision> findBySignedAtGreaterThanEqualAndSignedAtLessThan(
            Instant from, Instant until, Limit most);
}
