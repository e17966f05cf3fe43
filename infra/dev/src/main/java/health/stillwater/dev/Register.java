package health.stillwater.dev;

import static health.stillwater.kernel.UsState.FL;
import static health.stillwater.kernel.UsState.NJ;

import health.stillwater.kernel.UsState;
import health.stillwater.licensing.NewCredential;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.sandbox.FakeBoard;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the people of the demonstration hold, with the pretended boards knowing the same. */
final class Register {

    private static final Set<String> SCHEDULES = Set.of("3N");

    private final FakeBoard board;
    private final LocalDate today;

    Register(FakeBoard board, LocalDate today) {
        this.board = board;
        this.today = today;
    }

    NewCredential license(UsState state, String number, LocalDate end) {
        known("license", state, number, end, "md", List.of());
        return new NewCredential.MedicalLicense(state, number, LicenseType.MD, begun(), end, null);
    }

    NewCredential dea(UsState state, String number, LocalDate end) {
        known("dea", state, number, end, null, List.copyOf(SCHEDULES));
        return new NewCredential.DeaRegistration(state, number, SCHEDULES, begun(), end, null);
    }

    NewCredential cds(String number, LocalDate end) {
        known("cds", NJ, number, end, null, List.of());
        return new NewCredential.CdsRegistration(NJ, number, NJ, begun(), end, null);
    }

    NewCredential pharmacyLicense(UsState state, String number, LocalDate end) {
        known("pharmacy-license", state, number, end, null, List.of());
        return new NewCredential.PharmacyLicense(state, number, begun(), end, null);
    }

    NewCredential pharmacyRegistration(UsState state, String number, LocalDate end) {
        known("pharmacy-registration", state, number, end, null, List.of());
        return new NewCredential.PharmacyRegistration(state, number, begun(), end, null);
    }

    NewCredential pharmacyDea(UsState state, String number, LocalDate end) {
        known("pharmacy-dea", state, number, end, null, List.of());
        return new NewCredential.PharmacyDea(state, number, begun(), end, null);
    }

    NewCredential certified(String specialty, String number, @Nullable LocalDate end) {
        known("board-certification", null, number, end, null, List.of());
        return new NewCredential.BoardCertification(
                "American Board of " + specialty, specialty, number, begun(), end, null);
    }

    /** The public profile in Florida; none of ours prescribes for chronic pain. */
    NewCredential profile(String number) {
        if (!board.has("florida-profile", FL.name(), number)) {
            board.knows("florida-profile", FL.name(), number, null, null, List.of())
                    .says("florida-profile", FL.name(), number, "designated", false);
        }
        return new NewCredential.FloridaProfile(number, begun(), null);
    }

    /** What a physician signs with: the provider vouches for the authenticator. */
    NewCredential signing(String number, LocalDate end) {
        if (!board.has("signing-credential", "US", number)) {
            board.knowsSigningCredential(number, end);
        }
        return new NewCredential.SigningCredential(number, begun(), end, null);
    }

    NewCredential organization(String number, LocalDate end) {
        known("organization-registration", NJ, number, end, null, List.of());
        return new NewCredential.OrganizationRegistration(NJ, number, begun(), end, null);
    }

    private LocalDate begun() {
        return today.minusYears(2);
    }

    /** What was changed at the desk since stays changed. */
    private void known(
            String kind,
            @Nullable UsState state,
            String number,
            @Nullable LocalDate end,
            @Nullable String type,
            List<String> schedules) {
        var where = state == null ? "US" : state.name();
        if (!board.has(kind, where, number)) {
            board.knows(kind, where, number, end, type, schedules);
            if (end != null && end.isBefore(today)) {
                board.letsExpire(kind, where, number, end);
            }
        }
    }
}
