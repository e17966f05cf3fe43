package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The front door of licensing. */
@Service
public class Licensing {

    Licensing() {}

    /** What is known of a physician, for the gate: the facts' {@code prescriber} group. */
    public Facts factsOf(PhysicianId physician) {
        throw new UnsupportedOperationException();
    }

    /** What is known of a pharmacy, for the gate: the facts' {@code pharmacy} group. */
    public Facts factsOf(PharmacyId pharmacy) {
        throw new UnsupportedOperationException();
    }

    /** Keeps both holders' credentials as they are until the caller's transaction ends. */
    public void lockForSigning(PhysicianId physician, PharmacyId pharmacy) {
        throw new UnsupportedOperationException();
    }

    /** Where the physician may prescribe right now. */
    public Set<UsState> servableBy(PhysicianId physician) {
        throw new UnsupportedOperationException();
    }

    /** Who may prescribe in a state right now, by name. */
    public List<PhysicianView> physiciansFor(UsState state) {
        throw new UnsupportedOperationException();
    }

    public PhysicianView physician(PhysicianId physician) {
        throw new UnsupportedOperationException();
    }

    public PharmacyView pharmacy(PharmacyId pharmacy) {
        throw new UnsupportedOperationException();
    }

    public List<PharmacyView> pharmacies() {
        throw new UnsupportedOperationException();
    }

    /** The pharmacy that may ship to a state right now: one at home there before one from outside. */
    public Optional<PharmacyId> pharmacyFor(UsState state) {
        throw new UnsupportedOperationException();
    }

    /** Where a pharmacy hears of orders. */
    public PharmacyEndpoint endpoint(PharmacyId pharmacy) {
        throw new UnsupportedOperationException();
    }

    /** Everything a physician holds, and what is missing. */
    public CredentialsView credentialsOf(PhysicianId physician) {
        throw new UnsupportedOperationException();
    }

    /** Credentials that end within this time, or ended already; the first to end first. */
    public List<CredentialRow> expiring(Duration within) {
        throw new UnsupportedOperationException();
    }

    public PhysicianId register(NewPhysician physician) {
        throw new UnsupportedOperationException();
    }

    public PharmacyId register(NewPharmacy pharmacy) {
        throw new UnsupportedOperationException();
    }

    /** Asks the boards about everything the physician holds, soon. */
    public void verifyNow(PhysicianId physician) {
        throw new UnsupportedOperationException();
    }

    /** Asks the boards about everything the pharmacy holds, soon. */
    public void verifyNow(PharmacyId pharmacy) {
        throw new UnsupportedOperationException();
    }
}
