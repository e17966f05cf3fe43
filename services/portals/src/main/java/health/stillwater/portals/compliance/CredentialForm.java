package health.stillwater.portals.compliance;

import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialKind;
import health.stillwater.licensing.Evidence;
import health.stillwater.licensing.NewCredential;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A credential as an officer types it. */
public record CredentialForm(Map<String, String> typed) {

    /** What a registration with DEA is told to be for; its source says what it is for. */
    private static final Set<String> SCHEDULES = Set.of("3N");

    static CredentialForm of(Map<String, String> typed) {
        return new CredentialForm(Map.copyOf(typed));
    }

    public Optional<CredentialKind> kind() {
        return Arrays.stream(CredentialKind.values())
                .filter(kind -> kind.code().equals(text("kind")))
                .findAny();
    }

    public boolean has(String field) {
        var asked = kind().orElseThrow();
        return switch (field) {
            case "state" -> !asked.national() && asked != CredentialKind.FLORIDA_PROFILE;
            case "type" -> asked == CredentialKind.LICENSE;
            case "address" -> asked == CredentialKind.CDS;
            case "issuer", "specialty" -> asked == CredentialKind.BOARD_CERTIFICATION;
            case "ends" -> asked != CredentialKind.FLORIDA_PROFILE;
            default -> true;
        };
    }

    FieldErrors errors() {
        var wrong = new LinkedHashMap<String, String>();
        if (has("state") && state("state").isEmpty()) {
            wrong.put("state", "Choose the state it is for.");
        }
        if (has("type") && type().isEmpty()) {
            wrong.put("type", "Choose MD or DO.");
        }
        kind().orElseThrow()
                .objectionTo(number())
                .ifPresent(objection -> wrong.put("number", objection));
        if (has("address") && state("address").isEmpty()) {
            wrong.put("address", "Choose the state its address lies in.");
        }
        shortText(wrong, "issuer", "Enter the board that certified it.");
        shortText(wrong, "specialty", "Enter the specialty.");
        dates(wrong);
        if (text("document").length() > Days.LONGEST) {
            wrong.put("document", "Name the document in fewer than " + Days.LONGEST + " letters.");
        }
        return new FieldErrors(wrong);
    }

    private void shortText(Map<String, String> wrong, String field, String sentence) {
        if (has(field) && (text(field).isEmpty() || text(field).length() > Days.LONGEST)) {
            wrong.put(field, sentence);
        }
    }

    private void dates(Map<String, String> wrong) {
        var first = Days.of(text("begins"));
        var last = Days.of(text("ends"));
        if (first.isEmpty()) {
            wrong.put("begins", Days.EXAMPLE);
        }
        if (!has("ends") || (text("ends").isEmpty() && !kind().orElseThrow().alwaysEnds())) {
            return;
        }
        if (last.isEmpty()) {
            wrong.put("ends", Days.EXAMPLE);
        } else if (first.isPresent() && last.get().isBefore(first.get())) {
            wrong.put("ends", "The last day comes before the first.");
        }
    }

    /** What it says; only of a form without errors. */
    NewCredential told(Clock clock) {
        var paper = CredentialsController.paper(text("document"), clock);
        var begins = Days.of(text("begins")).orElseThrow();
        var ends = Days.of(text("ends"));
        return switch (kind().orElseThrow()) {
            case FLORIDA_PROFILE -> new NewCredential.FloridaProfile(number(), begins, paper);
            case SIGNING_CREDENTIAL ->
                    new NewCredential.SigningCredential(number(), begins, ends.orElse(null), paper);
            case BOARD_CERTIFICATION ->
                    new NewCredential.BoardCertification(
                            text("issuer"),
                            text("specialty"),
                            number(),
                            begins,
                            ends.orElse(null),
                            paper);
            case LICENSE,
                    TELEHEALTH_REGISTRATION,
                    DEA,
                    CDS,
                    PHARMACY_LICENSE,
                    PHARMACY_REGISTRATION,
                    PHARMACY_DEA,
                    ORGANIZATION_REGISTRATION ->
                    ofAState(begins, ends.orElseThrow(), paper);
        };
    }

    private NewCredential ofAState(LocalDate begins, LocalDate ends, @Nullable Evidence paper) {
        var state = state("state").orElseThrow();
        return switch (kind().orElseThrow()) {
            case LICENSE ->
                    new NewCredential.MedicalLicense(
                            state, number(), type().orElseThrow(), begins, ends, paper);
            case TELEHEALTH_REGISTRATION ->
                    new NewCredential.TelehealthRegistration(state, number(), begins, ends, paper);
            case DEA ->
                    new NewCredential.DeaRegistration(
                            state, number(), SCHEDULES, begins, ends, paper);
            case CDS ->
                    new NewCredential.CdsRegistration(
                            state, number(), state("address").orElseThrow(), begins, ends, paper);
            case PHARMACY_LICENSE ->
                    new NewCredential.PharmacyLicense(state, number(), begins, ends, paper);
            case PHARMACY_REGISTRATION ->
                    new NewCredential.PharmacyRegistration(state, number(), begins, ends, paper);
            case PHARMACY_DEA ->
                    new NewCredential.PharmacyDea(state, number(), begins, ends, paper);
            case ORGANIZATION_REGISTRATION ->
                    new NewCredential.OrganizationRegistration(
                            state, number(), begins, ends, paper);
            case BOARD_CERTIFICATION, FLORIDA_PROFILE, SIGNING_CREDENTIAL ->
                    throw new IllegalStateException("of no one state: " + kind());
        };
    }

    private String number() {
        return text("number").toUpperCase(Locale.ROOT);
    }

    private Optional<LicenseType> type() {
        return switch (text("type")) {
            case "MD" -> Optional.of(LicenseType.MD);
            case "DO" -> Optional.of(LicenseType.DO);
            default -> Optional.empty();
        };
    }

    private Optional<UsState> state(String field) {
        return Arrays.stream(UsState.values())
                .filter(state -> state.name().equals(text(field)))
                .findAny();
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
