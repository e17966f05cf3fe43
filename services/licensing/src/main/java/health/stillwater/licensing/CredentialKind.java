package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of license and registration the program depends on. */
public enum CredentialKind {
    LICENSE("license", "Medical license"),
    TELEHEALTH_REGISTRATION("telehealth-registration", "Out-of-state telehealth registration"),
    DEA("dea", "DEA registration"),
    CDS("cds", "Controlled substance registration"),
    BOARD_CERTIFICATION("board-certification", "Board certification"),
    FLORIDA_PROFILE("florida-profile", "Practitioner profile"),
    SIGNING_CREDENTIAL("signing-credential", "Signing credential"),
    PHARMACY_LICENSE("pharmacy-license", "Pharmacy license"),
    PHARMACY_REGISTRATION("pharmacy-registration", "Out-of-state pharmacy registration"),
    PHARMACY_DEA("pharmacy-dea", "Pharmacy DEA registration"),
    ORGANIZATION_REGISTRATION("organization-registration", "Telehealth organization registration");

    /** The states do not say how their numbers are built; what they never contain we know. */
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9 ./-]{1,39}");

    private final String code;
    private final String title;

    CredentialKind(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** How the licensing board calls it. */
    public String code() {
        return code;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** Whether it holds in every state alike, and so belongs to none. */
    public boolean national() {
        return this == BOARD_CERTIFICATION || this == SIGNING_CREDENTIAL;
    }

    /** Whether every one of its kind has a last day. */
    public boolean alwaysEnds() {
        return !national() && this != FLORIDA_PROFILE;
    }

    /** Whether its number is a DEA number. */
    public boolean dea() {
        return this == DEA || this == PHARMACY_DEA;
    }

    /**
     * What is wrong with a number of this kind, in words; empty for a number that could be one.
     * That it could be one proves nothing.
     */
    public Optional<String> objectionTo(String number) {
        if (dea()) {
            return DeaNumber.addsUp(number)
                    ? Optional.empty()
                    : Optional.of(
                            "This is no DEA number: two letters, then seven digits of which the last"
                                    + " is a check digit. Compare it with the certificate.");
        }
        return SHAPE.matcher(number).matches()
                ? Optional.empty()
                : Optional.of(
                        "Enter the number as it stands on the document: letters, digits, spaces,"
                                + " points and dashes.");
    }

    /** Whether its days end in the federal zone, not in a state's. */
    boolean federal() {
        return dea() || national();
    }

    /** Who keeps the register that is asked. */
    String source(@Nullable UsState state) {
        var where = state == null ? "national" : state.title();
        return switch (this) {
            case LICENSE, TELEHEALTH_REGISTRATION -> where + " medical board";
            case DEA, PHARMACY_DEA -> "DEA, " + where;
            case CDS -> where + " register of controlled substances";
            case BOARD_CERTIFICATION -> "certifying board";
            case FLORIDA_PROFILE -> where + " practitioner profiles";
            case SIGNING_CREDENTIAL -> "credential service provider";
            case PHARMACY_LICENSE, PHARMACY_REGISTRATION -> where + " board of pharmacy";
            case ORGANIZATION_REGISTRATION -> where + " department of health";
        };
    }

    static CredentialKind of(NewCredential credential) {
        return switch (credential) {
            case NewCredential.MedicalLicense _ -> LICENSE;
            case NewCredential.TelehealthRegistration _ -> TELEHEALTH_REGISTRATION;
            case NewCredential.DeaRegistration _ -> DEA;
            case NewCredential.CdsRegistration _ -> CDS;
            case NewCredential.BoardCertification _ -> BOARD_CERTIFICATION;
            case NewCredential.FloridaProfile _ -> FLORIDA_PROFILE;
            case NewCredential.SigningCredential _ -> SIGNING_CREDENTIAL;
            case NewCredential.PharmacyLicense _ -> PHARMACY_LICENSE;
            case NewCredential.PharmacyRegistration _ -> PHARMACY_REGISTRATION;
            case NewCredential.PharmacyDea _ -> PHARMACY_DEA;
            case NewCredential.OrganizationRegistration _ -> ORGANIZATION_REGISTRATION;
        };
    }
}
