package health.stillwater.enrollment;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import health.stillwater.rulebook.County;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a patient typed about themselves, and says field by field what to mend. */
final class ProfileCheck {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Pattern PO_BOX =
            Pattern.compile(
                    "\\bp\\.?\\s*o\\.?\\s*b(ox)?\\b(?!\\s+\\p{L}{2})|post\\s+office\\s+box|\\bpmb\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");
    private static final Pattern HOUSE_NUMBER = Pattern.compile(".*\\d.*");
    private static final Set<PhoneNumberType> CAN_TEXT =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private final Profile profile;
    private final Optional<County> county;
    private final LocalDate today;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /**
     * @param county the county named, if it is in a state we serve
     * @param today where the patient lives
     */
    ProfileCheck(Profile profile, Optional<County> county, LocalDate today) {
        this.profile = profile;
        this.county = county;
        this.today = today;
        read();
    }

    Map<String, String> errors() {
        return errors;
    }

    private void read() {
        needed("name", profile.name(), "Enter your full name, as on your identity document.");
        born(profile.dateOfBirth());
        if (phone().isEmpty()) {
            errors.put(
                    "phone",
                    "Enter a US mobile number with area code, for example (305) 555-0142.");
        }
        street();
        needed("city", profile.city(), "Enter the city.");
        if (!ZIP.matcher(clean(profile.postalCode())).matches()) {
            errors.put("postalCode", "Enter a ZIP code of five digits.");
        }
        if (county.isEmpty()) {
            errors.put(
                    "countyFips",
                    "Choose the county you live in. We serve only the counties in the list.");
        }
        county.filter(known -> zone(known).isEmpty())
                .ifPresent(
                        split ->
                                errors.put(
                                        "zone",
                                        split.name()
                                                + " County has two time zones. Choose the one your clocks show."));
        if (profile.previousStates() == null) {
            errors.put(
                    "previousStates",
                    "Tell us whether you lived in another state in the last 12 months.");
        }
    }

    private void needed(String field, @Nullable String value, String otherwise) {
        if (clean(value).isEmpty()) {
            errors.put(field, otherwise);
        }
    }

    private void born(@Nullable LocalDate date) {
        if (date == null) {
            errors.put("dateOfBirth", "Enter your date of birth: month, day and year.");
        } else if (date.isAfter(today) || date.isBefore(today.minusYears(120))) {
            errors.put("dateOfBirth", "Check the year of your date of birth.");
        } else if (date.until(today).getYears() < 18) {
            errors.put("dateOfBirth", "This treatment is only for people who are 18 or older.");
        }
    }

    private void street() {
        var line1 = clean(profile.line1());
        if (PO_BOX.matcher(line1 + " " + clean(profile.line2())).find()) {
            errors.put(
                    "line1",
                    "Enter a street address. An adult has to sign, so a PO box will not do.");
        } else if (!HOUSE_NUMBER.matcher(line1).matches()) {
            errors.put("line1", "Enter the street with its house number.");
        }
    }

    private Optional<String> phone() {
        try {
            var number = PHONES.parse(clean(profile.phone()), "US");
            return PHONES.isValidNumberForRegion(number, "US")
                            && CAN_TEXT.contains(PHONES.getNumberType(number))
                    ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<ZoneId> zone(County known) {
        return known.zones().size() == 1
                ? Optional.of(known.zone())
                : known.zones().stream()
                        .filter(zone -> zone.getId().equals(profile.zone()))
                        .findFirst();
    }

    /** What is kept; only when there are no errors. */
    Details details() {
        var where = county.orElseThrow();
        var born = profile.dateOfBirth();
        var previous = profile.previousStates();
        if (!errors.isEmpty() || born == null || previous == null) {
            throw new IllegalStateException("a profile with errors is not kept");
        }
        return new Details(
                clean(profile.name()),
                born,
                phone().orElseThrow(),
                clean(profile.line1()),
                clean(profile.line2()),
                clean(profile.city()),
                where.state(),
                clean(profile.postalCode()),
                where.fips(),
                zone(where).orElseThrow().getId(),
                clean(profile.sex()),
                Details.joined(previous));
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
