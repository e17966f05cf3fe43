package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OwedRefunds extends Repository<OwedRefund, UUID> {

    OwedRefund save(OwedRefund owed);

    @Query(
            "select owed from OwedRefund owed where owed.patient = :patient and owed.refund.value is null order by owed.since")
    List<OwedRefund> open(PatientId patient);

    @Query(
            "select count(owed) > 0 from OwedRefund owed"
                    + " where owed.patient = :patient and owed.reason = :reason and owed.refund.value is null")
    boolean isOpen(PatientId patient, RefundReason reason);

    Optional<OwedRefund> findByRefund(RefundId refund);
}
