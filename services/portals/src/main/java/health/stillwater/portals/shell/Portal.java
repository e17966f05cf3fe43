package health.stillwater.portals.shell;

import health.stillwater.kernel.Actor;
import java.util.List;

/** A portal: what it is called, where it begins and what stands in its bar. */
public enum Portal {
    PATIENT(
            "My care",
            new Place("/patient", "Home"),
            new Place("/patient/visit", "Visit"),
            new Place("/patient/check-ins", "Check-ins"),
            new Place("/patient/record", "My record"),
            new Place("/patient/plan", "Payments")),
    PHYSICIAN(
            "Physician",
            new Place("/physician", "Queue"),
            new Place("/physician/visits", "Visits"),
            new Place("/physician/evaluations", "In person"),
            new Place("/physician/follow-ups", "Follow-ups"),
            new Place("/physician/records", "Decision records", "/physician/logs"),
            new Place("/physician/licenses", "My licenses")),
    PHARMACY("Pharmacy", new Place("/pharmacy", "Orders")),
    BILLING("Billing", new Place("/billing", "Accounts")),
    COMPLIANCE(
            "Compliance",
            new Place("/compliance", "Overview"),
            new Place("/compliance/rulebook", "Rulebook"),
            new Place("/compliance/future", "Future view"),
            new Place("/compliance/review", "Review"),
            new Place("/compliance/patients", "Patients"),
            new Place("/compliance/ledger", "Ledger"),
            new Place("/compliance/audit", "Audit"),
            new Place("/compliance/credentials", "Licenses"));

    /**
     * Somewhere to go, and what it is called.
     *
     * @param also other addresses that belong to it
     */
    public record Place(String address, String title, List<String> also) {

        Place(String address, String title, String... also) {
            this(address, title, List.of(also));
        }

        private boolean holds(Page page) {
            return page.under(address) || also.stream().anyMatch(page::under);
        }
    }

    private final String title;
    private final List<Place> places;

    Portal(String title, Place... places) {
        this.title = title;
        this.places = List.of(places);
    }

    public String title() {
        return title;
    }

    public String home() {
        return places.getFirst().address();
    }

    public List<Place> places() {
        return places;
    }

    /** Whether we are at this place or below it, and at no other place of the bar. */
    public boolean at(Place place, Page page) {
        return place.holds(page)
                && (place != places.getFirst()
                        || places.stream().skip(1).noneMatch(other -> other.holds(page)));
    }

    /** Where each kind of person begins; the public pages for who is not signed in. */
    static String homeOf(Actor.Kind kind) {
        return switch (kind) {
            case PATIENT -> PATIENT.home();
            case PHYSICIAN -> PHYSICIAN.home();
            case PHARMACIST -> PHARMACY.home();
            case BILLING -> BILLING.home();
            case COMPLIANCE -> COMPLIANCE.home();
            case NOBODY, VISITOR, SYSTEM -> "/";
        };
    }
}
