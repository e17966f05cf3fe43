package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A license or registration as its holder tells us of it. It counts only once it is confirmed at
 * its source.
 */
public sealed interface NewCredential {

    UsState state();

    String number();

    LocalDate validFrom();

    /** The last day on which it is valid. */
    LocalDate expiresOn();

    /** The confirmation that came with it; null until the board is asked. */
    @Nullable Evidence evidence();

    /** A state's license to practice. */
    record MedicalLicense(
            UsState state,
            String number,
            LicenseType type,
            LocalDate validFrom,
            LocalDate expiresOn,
            @Nullable Evidence evidence)
            implements NewCredential {}

    /** A prescriber's DEA registration in one state. */
    record DeaRegistration(
            UsState state,
            String number,
            Set<String> schedules,
            LocalDate validFrom,
            LocalDate expiresOn,
            @Nullable Evidence evidence)
            implements NewCredential {

        public DeaRegistration {
            DeaNumber.check(number);
            schedules = Set.copyOf(schedules);
        }
    }

    /**
     * A state's own registration for controlled substances; it names the state its address lies in.
     */
    record CdsRegistration(
            UsState state,
            String number,
            UsState addressState,
            LocalDate validFrom,
            LocalDate expiresOn,
            @Nullable Evidence evidence)
            implements NewCredential {}

    /** A pharmacy's license in its home state. */
    record PharmacyLicense(
            UsState state,
            String number,
            LocalDate validFrom,
            LocalDate expiresOn,
            @Nullable Evidence evidence)
            implements NewCredential {}

    /** A pharmacy's registration in a state it ships to. */
    record PharmacyRegistration(
            UsState state,
            String number,
            LocalDate validFrom,
            LocalDate expiresOn,
            @Nullable Evidence evidence)
            implements NewCredential {}

    /** A pharmacy's DEA registration. */
    record PharmacyDea(
            UsState state,
            String number,
            LocalDate validFrom,
            LocalDate expiresOn,
            @Nullable Evidence evidence)
            implements NewCredential {

        public PharmacyDea {
            DeaNumber.check(number);
        }
    }
}
