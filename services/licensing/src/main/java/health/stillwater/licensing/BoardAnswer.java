package health.stillwater.licensing;

import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking a source. */
sealed interface BoardAnswer {

    /** It spoke. What it left out is null. */
    record Told(
            CredentialStatus status,
            @Nullable Boolean encumbered,
            @Nullable LocalDate expiresOn,
            List<String> schedules,
            @Nullable LicenseType type,
            Evidence evidence)
            implements BoardAnswer {}

    /** It did not answer, or nothing that can be used. */
    record Silent(String why) implements BoardAnswer {}
}
