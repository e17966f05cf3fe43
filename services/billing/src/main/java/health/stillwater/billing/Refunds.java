package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Refunds extends Repository<Refund, RefundId> {

    Refund save(Refund refund);

    List<Refund> findByInvoice(InvoiceId invoice);

    List<Refund> findByPatientOrderByAskedAtDesc(PatientId patient);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select refund from Refund refund where refund.id = :id")
    Optional<Refund> lock(RefundId id);
}
