package health.stillwater.licensing;

import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.rulebook.PrescriberFacts.TwoFactor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking a source. */
sealed interface BoardAnswer {

    /** It spoke. */
    record Told(CredentialStatus status, Details details, Evidence evidence)
            implements BoardAnswer {}

    /**
     * What else it said; what it left out is null.
     *
     * @param suspendedFrom an instant, past or to come, from which it is suspended
     * @param designated whether a practitioner profile names a prescriber of controlled substances
     * @param painExemption the board that spares its diplomates the standards for chronic pain
     */
    record Details(
            @Nullable LocalDate expiresOn,
            @Nullable Boolean encumbered,
            List<String> schedules,
            @Nullable LicenseType type,
            @Nullable Instant suspendedFrom,
            @Nullable Boolean designated,
            @Nullable String painExemption,
            @Nullable Boolean identityProofed,
            @Nullable TwoFactor secondFactor) {

        static final Details NONE =
                new Details(null, null, List.of(), null, null, null, null, null, null);
    }

    /** It did not answer, or nothing that can be used. */
    record Silent(String why) implements BoardAnswer {}
}
