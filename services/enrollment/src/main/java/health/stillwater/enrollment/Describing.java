package health.stillwater.enrollment;

import health.stillwater.enrollment.IdentityVendor.AddressFound;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.County;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what patients say about themselves: checked here, the address checked by the vendor,
 * then kept.
 */
@Component
class Describing {

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private final Patients patients;
    private final AddressDesk addresses;
    private final Rulebook rulebook;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Describing(
            Patients patients,
            AddressDesk addresses,
            Rulebook rulebook,
            TransactionTemplate transaction,
            Clock clock) {
        this.patients = patients;
        this.addresses = addresses;
        this.rulebook = rulebook;
        this.transaction = transaction;
        this.clock = clock;
    }

    DescribeOutcome describe(PatientId patient, Profile profile) {
        var county = served(profile.countyFips());
        var check = new ProfileCheck(profile, county, today(county));
        if (!check.errors().isEmpty()) {
            return new DescribeOutcome.Invalid(check.errors());
        }
        var details = check.details();
        var found = addresses.ask(details.address());
        return switch (found) {
            case INVALID ->
                    new DescribeOutcome.Invalid(
                            Map.of(
                                    "line1",
                                    "We could not find this address. Check street, city and ZIP code."));
            case PO_BOX ->
                    new DescribeOutcome.Invalid(
                            Map.of(
                                    "line1",
                                    "Enter a street address. An adult has to sign, so a PO box will not do."));
            case VALID, UNKNOWN -> {
                transaction.executeWithoutResult(_ -> keep(patient, details, found));
                yield new DescribeOutcome.Saved();
            }
        };
    }

    private void keep(PatientId id, Details details, AddressFound found) {
        var patient =
                patients.findById(id).orElseThrow(() -> new Refusal.Missing("This enrollment"));
        patient.describe(details, addresses.kept(found), clock.instant());
        patients.save(patient);
        if (found == AddressFound.UNKNOWN) {
            addresses.recheckSoon(id);
        }
    }

    /** The county, if it is in a state we serve. */
    Optional<County> served(@Nullable String fips) {
        return fips == null
                ? Optional.empty()
                : rulebook.county(fips).filter(county -> rulebook.launched(county.state()));
    }

    private LocalDate today(Optional<County> county) {
        return clock.instant().atZone(county.map(County::zone).orElse(EASTERN)).toLocalDate();
    }
}
