package health.stillwater.outlook;

import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.DeliveryFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.OrganisationFacts;
import health.stillwater.rulebook.PharmacyFacts;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.rulebook.PrescriberFacts.CdsRegistration;
import health.stillwater.rulebook.PrescriberFacts.DeaRegistration;
import health.stillwater.rulebook.PrescriberFacts.Epcs;
import health.stillwater.rulebook.PrescriberFacts.FloridaProfile;
import health.stillwater.rulebook.PrescriberFacts.License;
import health.stillwater.rulebook.Registration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Facts as they would be if every source were asked again at an instant and answered as it did the
 * last time. What was never answered stays unknown; and what is signed or proved by the patient is
 * not asked again by itself, so its age stays.
 */
final class AskedAgain {

    private AskedAgain() {}

    /** The patient says again where they live, and the address is checked again. */
    static Facts person(Facts known, Instant at) {
        return place(address(known, at), at);
    }

    private static Facts place(Facts known, Instant at) {
        var place = known.location();
        return place == null
                ? known
                : known.with(
                        new LocationFacts(
                                place.state(),
                                place.county(),
                                place.countyFips(),
                                place.zone(),
                                place.method(),
                                at));
    }

    private static Facts address(Facts known, Instant at) {
        var delivery = known.delivery();
        var check = delivery == null ? null : delivery.addressValidation();
        return delivery == null || check == null
                ? known
                : known.with(
                        new DeliveryFacts(
                                delivery.address(),
                                delivery.adultSignatureRequired(),
                                delivery.heldOrForwarded(),
                                new DeliveryFacts.AddressValidation(check.status(), at)));
    }

    /** Boards, registers and the organization's own registrations. */
    static Facts physician(Facts known, Instant at) {
        var told = known.prescriber();
        var facts = organization(known, at);
        return told == null
                ? facts
                : facts.with(
                        new PrescriberFacts(
                                told.id(),
                                told.name(),
                                told.practiceState(),
                                each(told.licenses(), license -> seen(license, at)),
                                each(told.deaRegistrations(), dea -> seen(dea, at)),
                                each(told.cdsRegistrations(), cds -> seen(cds, at)),
                                seen(told.floridaProfile(), at),
                                seen(told.epcs(), at),
                                told.specialRegistration(),
                                told.workload()));
    }

    /** The same physician, with every license given up. */
    static Facts gone(Facts known) {
        var told = known.prescriber();
        return told == null
                ? known
                : known.with(
                        new PrescriberFacts(
                                told.id(),
                                told.name(),
                                told.practiceState(),
                                each(told.licenses(), AskedAgain::surrendered),
                                told.deaRegistrations(),
                                told.cdsRegistrations(),
                                told.floridaProfile(),
                                told.epcs(),
                                told.specialRegistration(),
                                told.workload()));
    }

    static Facts pharmacy(Facts known, Instant at) {
        var told = known.pharmacy();
        return told == null
                ? known
                : known.with(
                        new PharmacyFacts(
                                told.id(),
                                told.name(),
                                told.homeState(),
                                seen(told.homeLicense(), at),
                                each(told.registrations(), each -> registered(each, at)),
                                seen(told.dea(), at),
                                told.compoundingCompetent(),
                                told.epcsCapable(),
                                told.suspended()));
    }

    /** The same pharmacy, suspended. */
    static Facts closed(Facts known) {
        var told = known.pharmacy();
        return told == null
                ? known
                : known.with(
                        new PharmacyFacts(
                                told.id(),
                                told.name(),
                                told.homeState(),
                                told.homeLicense(),
                                told.registrations(),
                                told.dea(),
                                told.compoundingCompetent(),
                                told.epcsCapable(),
                                true));
    }

    private static Facts organization(Facts known, Instant at) {
        var told = known.organisation();
        return told == null
                ? known
                : known.with(
                        new OrganisationFacts(
                                told.name(),
                                each(told.registrations(), each -> registered(each, at))));
    }

    private static <T> @Nullable Map<String, T> each(
            @Nullable Map<String, T> byState, UnaryOperator<T> change) {
        if (byState == null) {
            return null;
        }
        var changed = new TreeMap<String, T>();
        byState.forEach((state, held) -> changed.put(state, change.apply(held)));
        return changed;
    }

    private static License seen(License told, Instant at) {
        return new License(
                told.number(),
                told.type(),
                told.status(),
                told.encumbered(),
                told.expiresOn(),
                told.suspendedFrom(),
                again(told.observedAt(), at));
    }

    private static License surrendered(License told) {
        return new License(
                told.number(),
                told.type(),
                CredentialStatus.SURRENDERED,
                told.encumbered(),
                told.expiresOn(),
                told.suspendedFrom(),
                told.observedAt());
    }

    private static DeaRegistration seen(DeaRegistration told, Instant at) {
        return new DeaRegistration(
                told.number(),
                told.schedules(),
                told.status(),
                told.expiresOn(),
                again(told.observedAt(), at));
    }

    private static CdsRegistration seen(CdsRegistration told, Instant at) {
        return new CdsRegistration(
                told.number(),
                told.status(),
                told.addressState(),
                told.expiresOn(),
                again(told.observedAt(), at));
    }

    private static @Nullable FloridaProfile seen(@Nullable FloridaProfile told, Instant at) {
        return told == null
                ? null
                : new FloridaProfile(
                        told.controlledSubstanceDesignation(), again(told.observedAt(), at));
    }

    private static @Nullable Epcs seen(@Nullable Epcs told, Instant at) {
        return told == null
                ? null
                : new Epcs(
                        told.identityProofed(),
                        told.twoFactor(),
                        told.accessEnteredBy(),
                        told.accessApprovedBy(),
                        told.approverIsDeaRegistrant(),
                        told.accessRevokedAt(),
                        again(told.observedAt(), at));
    }

    private static @Nullable Registration seen(@Nullable Registration told, Instant at) {
        return told == null ? null : registered(told, at);
    }

    private static Registration registered(Registration told, Instant at) {
        return new Registration(
                told.number(), told.status(), told.expiresOn(), again(told.observedAt(), at));
    }

    /** A source that never answered is not taken to answer now. */
    private static @Nullable Instant again(@Nullable Instant answered, Instant at) {
        return answered == null ? null : at;
    }
}
