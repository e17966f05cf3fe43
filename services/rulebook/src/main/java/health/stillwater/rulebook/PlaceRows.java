package health.stillwater.rulebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the patient is, what may be treated there, and where the parcel goes. */
final class PlaceRows {

    private PlaceRows() {}

    /** D03. */
    static Finding launchedState(Matter matter) {
        var checks = new Checks(matter);
        var location = matter.facts().location();
        var here =
                location != null && checks.freshToday(location.observedAt(), "patient's place")
                        ? location
                        : null;
        if (here != null) {
            checks.oneOf(
                    here.state(), matter.rules().launchedStates(), "patient in a state we serve");
        } else if (location == null) {
            checks.unknown("patient's place");
        }
        var delivery = matter.facts().delivery();
        if (delivery == null) {
            return checks.unknown("delivery address").finding();
        }
        if (here != null) {
            checks.same(
                    addressState(delivery),
                    here.state(),
                    "delivery address in the patient's state");
        }
        var validation = delivery.addressValidation();
        if (validation == null) {
            checks.unknown("address check");
        } else if (checks.freshToday(validation.observedAt(), "address check")) {
            checks.same(
                    validation.status(),
                    DeliveryFacts.ValidationStatus.VALID,
                    "delivery address found valid");
        }
        return checks.finding();
    }

    /** D04. What is not listed is not enabled. */
    static Finding enabledTrack(Matter matter) {
        var checks = new Checks(matter);
        var state = matter.state();
        var indication = matter.indication();
        var tracks = matter.rules().tracks();
        var codes = matter.rules().indicationCodes();
        if (state == null || tracks == null) {
            checks.unknown("patient's state and its tracks");
        } else {
            enabled(checks.in(state), tracks.get(state), indication);
            checks.in(null);
        }
        if (indication == null || codes == null) {
            return checks.unknown("codes of the track").finding();
        }
        var diagnosis = diagnosisCode(matter);
        if (diagnosis == null) {
            return checks.unknown("diagnosis code").finding();
        }
        var prefixes = codes.get(indication.code());
        return checks.that(
                        prefixes != null && startsWithOneOf(diagnosis, prefixes),
                        "diagnosis code belongs to the track")
                .finding();
    }

    private static boolean startsWithOneOf(String code, List<String> prefixes) {
        for (var prefix : prefixes) {
            if (code.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** A state with no tracks enables none, whichever is asked for. */
    private static void enabled(
            Checks checks, @Nullable Map<String, String> here, @Nullable Indication indication) {
        if (here != null && indication == null) {
            checks.unknown("track");
        } else {
            checks.that(
                    here != null
                            && indication != null
                            && "enabled".equals(here.get(indication.code())),
                    "treatment track enabled");
        }
    }

    /** D33. */
    static Finding delivery(Matter matter) {
        var delivery = matter.facts().delivery();
        if (delivery == null) {
            return Finding.unknown("delivery");
        }
        var address = delivery.address();
        return new Checks(matter)
                .yes(delivery.adultSignatureRequired(), "an adult must sign for the parcel")
                .same(
                        address == null ? null : address.kind(),
                        DeliveryFacts.AddressKind.STREET,
                        "delivered to a street address")
                .no(delivery.heldOrForwarded(), "parcel neither held nor forwarded")
                .same(
                        addressState(delivery),
                        matter.state(),
                        "delivery address in the patient's state")
                .finding();
    }

    static @Nullable String diagnosisCode(Matter matter) {
        var clinical = matter.facts().clinical();
        var diagnosis = clinical == null ? null : clinical.primaryDiagnosis();
        return diagnosis == null ? null : diagnosis.code();
    }

    private static @Nullable String addressState(DeliveryFacts delivery) {
        var address = delivery.address();
        return address == null ? null : address.state();
    }
}
