package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, PatientId> {

    Account save(Account account);

    Optional<Account> findById(PatientId patient);

    /** Only whose it is: what is read before its lock may be old. */
    @Query("select account.patient from Account account where account.stripeCustomer = :customer")
    Optional<PatientId> patientAtStripe(String customer);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select account from Account account where account.patient = :patient")
    Optional<Account> lock(PatientId patient);
}
