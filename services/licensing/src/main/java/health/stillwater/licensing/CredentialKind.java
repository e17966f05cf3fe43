package health.stillwater.licensing;

import health.stillwater.kernel.UsState;

/** The kinds of license and registration the program depends on. */
public enum CredentialKind {
    LICENSE("license", "Medical license"),
    DEA("dea", "DEA registration"),
    CDS("cds", "Controlled substance registration"),
    PHARMACY_LICENSE("pharmacy-license", "Pharmacy license"),
    PHARMACY_REGISTRATION("pharmacy-registration", "Out-of-state pharmacy registration"),
    PHARMACY_DEA("pharmacy-dea", "Pharmacy DEA registration");

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

    /** Whether its days end in the federal zone, not in the state's. */
    boolean federal() {
        return this == DEA || this == PHARMACY_DEA;
    }

    /** Who keeps the register that is asked. */
    String source(UsState state) {
        return switch (this) {
            case LICENSE -> state.title() + " medical board";
            case DEA, PHARMACY_DEA -> "DEA, " + state.title();
            case CDS -> state.title() + " register of controlled substances";
            case PHARMACY_LICENSE, PHARMACY_REGISTRATION -> state.title() + " board of pharmacy";
        };
    }

    static CredentialKind of(NewCredential credential) {
        return switch (credential) {
            case NewCredential.MedicalLicense _ -> LICENSE;
            case NewCredential.DeaRegistration _ -> DEA;
            case NewCredential.CdsRegistration _ -> CDS;
            case NewCredential.PharmacyLicense _ -> PHARMACY_LICENSE;
            case NewCredential.PharmacyRegistration _ -> PHARMACY_REGISTRATION;
            case NewCredential.PharmacyDea _ -> PHARMACY_DEA;
        };
    }
}
