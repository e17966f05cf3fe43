package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one request at one moment: facts in, verdicts out. A group that is null is
 * not known, and so is a member that is null, except where null is itself an answer (not suspended,
 * not released, none).
 *
 * <p>Its JSON is the vocabulary of the gate cases: camel case, what is not known left out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        @Nullable RequestFacts request,
        @Nullable PatientFacts patient,
        @Nullable LocationFacts location,
        @Nullable DeliveryFacts delivery,
        @Nullable EncounterFacts encounter,
        @Nullable PrescriberFacts prescriber,
        @Nullable FederalFacts federal,
        @Nullable OrganisationFacts organisation,
        @Nullable PharmacyFacts pharmacy,
        @Nullable PrescriptionFacts prescription,
        @Nullable TransmissionFacts transmission,
        @Nullable PharmacyMessageFacts pharmacyMessages,
        @Nullable HistoryFacts history,
        @Nullable Map<String, ConsentFacts> consents,
        @Nullable ClinicalFacts clinical,
        @Nullable SitterFacts sitter,
        @Nullable VitalsFacts vitals,
        @Nullable InstrumentFacts instruments,
        @Nullable PdmpFacts pdmp,
        @Nullable IdentityFacts identity,
        @Nullable PaymentFacts payment,
        @Nullable RefundFacts refund,
        @Nullable ClaimFacts claim,
        @Nullable RulePackFacts rulePack,
        @Nullable Map<String, ServiceFacts> services,
        @Nullable List<HoldFacts> holds,
        @Nullable ProtocolFacts protocol,
        @Nullable ClockFacts clock,
        @Nullable EpcsApplicationFacts epcsApplication) {

    private static final Facts NONE = of(null, null, null, null);

    /** Nothing is known. */
    public static Facts none() {
        return NONE;
    }

    /** These facts and one group more: {@code Facts.none().with(new LocationFacts(…))}. */
    public Facts with(FactGroup group) {
        return and(of(group, null, null, null));
    }

    public Facts withConsents(Map<String, ConsentFacts> byKind) {
        return and(of(null, byKind, null, null));
    }

    public Facts withServices(Map<String, ServiceFacts> byName) {
        return and(of(null, null, byName, null));
    }

    public Facts withHolds(List<HoldFacts> all) {
        return and(of(null, null, null, all));
    }

    /**
     * These facts and later ones. Where both speak, the later ones count: member by member in
     * groups that two rooms feed (prescriber, clinical, pdmp …), as a whole in the others.
     */
    public Facts and(Facts later) {
        return new Facts(
                later(request, later.request),
                merged(patient, later.patient, PatientFacts::and),
                later(location, later.location),
                merged(delivery, later.delivery, DeliveryFacts::and),
                later(encounter, later.encounter),
                merged(prescriber, later.prescriber, PrescriberFacts::and),
                merged(federal, later.federal, FederalFacts::and),
                later(organisation, later.organisation),
                later(pharmacy, later.pharmacy),
                merged(prescription, later.prescription, PrescriptionFacts::and),
                later(transmission, later.transmission),
                later(pharmacyMessages, later.pharmacyMessages),
                later(history, later.history),
                later(consents, later.consents),
                merged(clinical, later.clinical, ClinicalFacts::and),
                later(sitter, later.sitter),
                later(vitals, later.vitals),
                merged(instruments, later.instruments, InstrumentFacts::and),
                merged(pdmp, later.pdmp, PdmpFacts::and),
                later(identity, later.identity),
                later(payment, later.payment),
                later(refund, later.refund),
                merged(claim, later.claim, ClaimFacts::and),
                later(rulePack, later.rulePack),
                later(services, later.services),
                later(holds, later.holds),
                later(protocol, later.protocol),
                later(clock, later.clock),
                later(epcsApplication, later.epcsApplication));
    }

    static <T> @Nullable T later(@Nullable T first, @Nullable T second) {
        return second == null ? first : second;
    }

    private static <T> @Nullable T merged(
            @Nullable T first, @Nullable T second, BinaryOperator<T> both) {
        return first == null || second == null ? later(first, second) : both.apply(first, second);
    }

    private static Facts of(
            @Nullable FactGroup group,
            @Nullable Map<String, ConsentFacts> consents,
            @Nullable Map<String, ServiceFacts> services,
            @Nullable List<HoldFacts> holds) {
        return new Facts(
                a(RequestFacts.class, group),
                a(PatientFacts.class, group),
                a(LocationFacts.class, group),
                a(DeliveryFacts.class, group),
                a(EncounterFacts.class, group),
                a(PrescriberFacts.class, group),
                a(FederalFacts.class, group),
                a(OrganisationFacts.class, group),
                a(PharmacyFacts.class, group),
                a(PrescriptionFacts.class, group),
                a(TransmissionFacts.class, group),
                a(PharmacyMessageFacts.class, group),
                a(HistoryFacts.class, group),
                consents,
                a(ClinicalFacts.class, group),
                a(SitterFacts.class, group),
                a(VitalsFacts.class, group),
                a(InstrumentFacts.class, group),
                a(PdmpFacts.class, group),
                a(IdentityFacts.class, group),
                a(PaymentFacts.class, group),
                a(RefundFacts.class, group),
                a(ClaimFacts.class, group),
                a(RulePackFacts.class, group),
                services,
                holds,
                a(ProtocolFacts.class, group),
                a(ClockFacts.class, group),
                a(EpcsApplicationFacts.class, group));
    }

    private static <T extends FactGroup> @Nullable T a(Class<T> type, @Nullable FactGroup group) {
        return type.isInstance(group) ? type.cast(group) : null;
    }
}
