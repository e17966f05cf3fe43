package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Invoices extends Repository<Invoice, InvoiceId> {

    Invoice save(Invoice invoice);

    Optional<Invoice> findById(InvoiceId id);

    Optional<Invoice> findByStripeInvoice(String id);

    List<Invoice> findByPatientOrderByCreatedAtDesc(PatientId patient);

    List<Invoice> findBySubscriptionAndStage(SubscriptionId subscription, InvoiceStage stage);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select invoice from Invoice invoice where invoice.id = :id")
    Optional<Invoice> lock(InvoiceId id);
}
