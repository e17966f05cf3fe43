package health.stillwater.enrollment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import health.stillwater.enrollment.AddressCheck.Status;
import health.stillwater.enrollment.IdentityVendor.AddressFound;
import health.stillwater.kernel.PatientId;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has addresses checked by the vendor, outside any transaction, and keeps what it said. */
@Component
class AddressDesk {

    private final Patients patients;
    private final IdentityVendor vendor;
    private final TransactionTemplate transaction;
    private final ObjectProvider<SchedulerClient> tasks;
    private final Clock clock;

    AddressDesk(
            Patients patients,
            IdentityVendor vendor,
            TransactionTemplate transaction,
            ObjectProvider<SchedulerClient> tasks,
            Clock clock) {
        this.patients = patients;
        this.vendor = vendor;
        this.transaction = transaction;
        this.tasks = tasks;
        this.clock = clock;
    }

    AddressFound ask(Address address) {
        return vendor.check(address);
    }

    AddressCheck kept(AddressFound found) {
        var status =
                switch (found) {
                    case VALID -> Status.VALID;
                    case INVALID, PO_BOX -> Status.INVALID;
                    case UNKNOWN -> Status.UNKNOWN;
                };
        return new AddressCheck(status, clock.instant());
    }

    /** Plans to ask again, with the caller's transaction. */
    void recheckSoon(PatientId patient) {
        var task =
                EnrollmentTasks.CHECK_ADDRESS
                        .instance(patient.toString())
                        .scheduledTo(clock.instant());
        tasks.getObject().scheduleIfNotExists(task);
    }

    /**
     * Asks again unless today's answer is there. Throws when the vendor is silent, so that it is
     * tried later.
     */
    void recheck(PatientId patient) {
        if (!recheckNow(patient)) {
            throw new IllegalStateException(
                    "the address of patient " + patient + " could not be checked");
        }
    }

    /**
     * The same, without insisting. Whether there is an answer of today now. The task and the
     * patient may ask at the same moment; then both are told the same and both write it.
     */
    boolean recheckNow(PatientId patient) {
        var due =
                transaction.execute(
                        _ ->
                                patients.findById(patient)
                                        .filter(known -> !known.addressFreshAt(clock.instant()))
                                        .flatMap(Patient::details));
        if (due.isEmpty()) {
            return true;
        }
        var found = vendor.check(due.get().address());
        transaction.executeWithoutResult(
                _ -> {
                    var known = patients.locked(patient).orElseThrow();
                    known.addressChecked(due.get(), kept(found));
                    patients.save(known);
                });
        return found != AddressFound.UNKNOWN;
    }
}
