package health.stillwater.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as a rule engine wants it: flat, numbers instead of times, booleans instead of nested
 * facts. Making one of the facts is left out of the engines' time, which favors them.
 */
final class Ask {

    private static final long LONG_AGO = Long.MIN_VALUE / 4;

    private final Map<String, Object> values = new HashMap<>();

    Ask(Facts facts, Instant at, Configuration rules) {
        var matter = new Matter(Moment.SIGNING, at, facts, rules);
        var location = Objects.requireNonNull(facts.location());
        put("physician", matter.prescriberId());
        put("state", location.state());
        put("at", at.getEpochSecond());
        put("today", day(matter.today()));
        delivery(facts, matter);
        clinical(facts);
        prescriber(facts, location.state());
        program(facts, location.state());
    }

    private void delivery(Facts facts, Matter matter) {
        var delivery = Objects.requireNonNull(facts.delivery());
        var address = Objects.requireNonNull(delivery.address());
        var check = Objects.requireNonNull(delivery.addressValidation());
        var location = Objects.requireNonNull(facts.location());
        put("placeDay", day(matter.localDate(location.observedAt())));
        put("addressState", address.state());
        put("addressValid", check.status() == DeliveryFacts.ValidationStatus.VALID);
        put("addressDay", day(matter.localDate(check.observedAt())));
        put("street", address.kind() == DeliveryFacts.AddressKind.STREET);
        put("adult", delivery.adultSignatureRequired());
        put("held", delivery.heldOrForwarded());
    }

    private void clinical(Facts facts) {
        var clinical = Objects.requireNonNull(facts.clinical());
        var indication = Objects.requireNonNull(clinical.indication());
        var done = Objects.requireNonNull(clinical.painStandards());
        put("indication", indication.code());
        put("code", Objects.requireNonNull(clinical.primaryDiagnosis()).code());
        put("pain", indication == Indication.CRPS || indication == Indication.CHRONIC_PAIN);
        put("examined", done.physicalExamDocumented());
        put("planned", done.treatmentPlanDocumented());
        put("agreed", done.agreementSigned());
        put("visitGoodUntil", day(Objects.requireNonNull(done.lastVisitOn()).plusMonths(3)));
        put(
                "screenGoodUntil",
                day(Objects.requireNonNull(done.urineDrugScreenOn()).plusMonths(12)));
    }

    private void prescriber(Facts facts, @Nullable String state) {
        var prescriber = Objects.requireNonNull(facts.prescriber());
        var dea = of(prescriber.deaRegistrations(), state);
        put("deaActive", dea.status() == CredentialStatus.ACTIVE);
        put("deaCovers", Objects.requireNonNull(dea.schedules()).contains("3N"));
        put("deaNumber", DeaNumber.wellFormed(Objects.requireNonNull(dea.number())));
        put("deaUntil", day(dea.expiresOn()));
        put("deaSeen", second(dea.observedAt(), LONG_AGO));
        var cds = of(prescriber.cdsRegistrations(), state);
        put("cdsActive", cds.status() == CredentialStatus.ACTIVE && cds.number() != null);
        put("cdsState", cds.addressState());
        put("cdsUntil", day(cds.expiresOn()));
        put("cdsSeen", second(cds.observedAt(), LONG_AGO));
        var profile = Objects.requireNonNull(prescriber.floridaProfile());
        put("designated", profile.controlledSubstanceDesignation());
        put("profileSeen", second(profile.observedAt(), LONG_AGO));
    }

    private void program(Facts facts, @Nullable String state) {
        var organization = Objects.requireNonNull(facts.organisation());
        registration("org", of(organization.registrations(), state));
        var pharmacy = Objects.requireNonNull(facts.pharmacy());
        registration("home", Objects.requireNonNull(pharmacy.homeLicense()));
        registration("permit", of(pharmacy.registrations(), state));
        registration("pharmacyDea", Objects.requireNonNull(pharmacy.dea()));
        put("homeState", pharmacy.homeState());
        put("able", !Objects.requireNonNull(pharmacy.suspended()));
        var report = of(Objects.requireNonNull(facts.pdmp()).reports(), state);
        var request = Objects.requireNonNull(facts.request());
        put("reportRead", Objects.equals(report.requestId(), request.id()));
        put("reportSeen", second(report.observedAt(), LONG_AGO));
        var content =
                Objects.requireNonNull(Objects.requireNonNull(facts.prescription()).content());
        var words = Objects.requireNonNullElse(content.quantityWords(), "");
        put("strength", content.strength());
        put("words", words);
        put("wordsSpell", words.isEmpty() || words.equals("eight"));
        put("license", content.prescriberLicense());
    }

    private void registration(String name, Registration registration) {
        put(name + "Active", registration.status() == CredentialStatus.ACTIVE);
        put(name + "Until", day(registration.expiresOn()));
        put(name + "Seen", second(registration.observedAt(), LONG_AGO));
    }

    private static <T> T of(@Nullable Map<String, T> byState, @Nullable String state) {
        return Objects.requireNonNull(CredentialRows.entry(byState, state));
    }

    private void put(String name, @Nullable Object value) {
        values.put(name, Objects.requireNonNull(value, name));
    }

    static long second(@Nullable Instant instant, long otherwise) {
        return instant == null ? otherwise : instant.getEpochSecond();
    }

    static long day(@Nullable LocalDate date) {
        return date == null ? LONG_AGO : date.toEpochDay();
    }

    Map<String, Object> values() {
        return values;
    }
}
