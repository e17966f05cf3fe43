package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who holds credentials, and what of it is shown. */
@Component
class Holders {

    private final Physicians physicians;
    private final Pharmacies pharmacies;
    private final Organizations organizations;
    private final Credentials credentials;
    private final Portfolio portfolio;

    Holders(
            Physicians physicians,
            Pharmacies pharmacies,
            Organizations organizations,
            Credentials credentials,
            Portfolio portfolio) {
        this.physicians = physicians;
        this.pharmacies = pharmacies;
        this.organizations = organizations;
        this.credentials = credentials;
        this.portfolio = portfolio;
    }

    List<CredentialRow> rows(Collection<Credential> some) {
        return some.stream()
                .map(credential -> portfolio.row(credential, nameOf(credential.holder())))
                .toList();
    }

    /** The name of a holder there is. */
    String nameOf(Holder holder) {
        var physician = holder.physician();
        var pharmacy = holder.pharmacy();
        if (physician != null) {
            return known(physician).name();
        }
        if (pharmacy != null) {
            return known(pharmacy).name();
        }
        return organizations
                .theOnly()
                .filter(organization -> organization.id().equals(holder.organization()))
                .map(Organization::name)
                .orElseThrow(() -> new Refusal.Missing("This organization"));
    }

    /** A pharmacy holds a license and a DEA registration at home, and registrations elsewhere. */
    void requireRightPlace(Holder holder, NewCredential told) {
        holder.requireMayHold(told);
        var pharmacy = holder.pharmacy();
        if (pharmacy == null) {
            nameOf(holder);
        } else {
            var home = told.state() == known(pharmacy).homeState();
            if (home == told instanceof NewCredential.PharmacyRegistration) {
                throw new Refusal.Forbidden(
                        home
                                ? "This pharmacy is at home there: record its license instead."
                                : "A pharmacy holds its license and its DEA registration at home, and"
                                        + " registrations elsewhere.");
            }
        }
    }

    List<Credential> heldBy(Holder holder) {
        var physician = holder.physician();
        var pharmacy = holder.pharmacy();
        if (physician != null) {
            return heldBy(physician);
        }
        return pharmacy != null ? heldBy(pharmacy) : credentials.ofTheOrganization();
    }

    List<Credential> heldBy(PhysicianId physician) {
        return credentials.findByPhysicianOrderByStateAscKindAsc(physician);
    }

    List<Credential> heldBy(PharmacyId pharmacy) {
        return credentials.findByPharmacyOrderByStateAscKindAsc(pharmacy);
    }

    Physician known(PhysicianId id) {
        return physicians.findById(id).orElseThrow(() -> new Refusal.Missing("This physician"));
    }

    Pharmacy known(PharmacyId id) {
        return pharmacies.findById(id).orElseThrow(() -> new Refusal.Missing("This pharmacy"));
    }
}
