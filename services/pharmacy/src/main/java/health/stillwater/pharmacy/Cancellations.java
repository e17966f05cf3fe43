package health.stillwater.pharmacy;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Cancellations extends Repository<Cancellation, OrderId> {

    Cancellation save(Cancellation cancellation);

    boolean existsById(OrderId order);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Cancellation c where c.order = :order")
    Optional<Cancellation> locked(OrderId order);
}
