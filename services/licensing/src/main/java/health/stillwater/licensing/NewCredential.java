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

    /** Null for what holds in every state alike. */
    @Nullable UsState state();

    String number();

    LocalDate validFrom();

    /** The last day on which it is valid; null for what has none. */
    @Nullable LocalDate expiresOn();

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

    /** Leave of a state to treat its patients from outside, without its license. */
    record TelehealthRegistration(
            UsState state,
            String number,
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

    /** A medical specialty, certified by its board; some are for life. */
    record BoardCertification(
            String issuer,
            String specialty,
            String number,
            LocalDate validFrom,
            @Nullable LocalDate expiresOn,
            @Nullable Evidence evidence)
            implements NewCredential {

        @Override
        public @Nullable UsState state() {
            return null;
        }
    }

    /**
     * The public profile of a practitioner in Florida, which names who prescribes controlled
     * substances.
     */
    record FloridaProfile(String number, LocalDate validFrom, @Nullable Evidence evidence)
            implements NewCredential {

        @Override
        public UsState state() {
            return UsState.FL;
        }

        @Override
        public @Nullable LocalDate expiresOn() {
            return null;
        }
    }

    /**
     * What a physician signs with: proofed identity and a second factor, from a provider of such.
     */
    record SigningCredential(
            String number,
            LocalDate validFrom,
            @Nullable LocalDate expiresOn,
            @Nullable Evidence evidence)
            implements NewCredential {

        @Override
        public @Nullable UsState state() {
            return null;
        }
    }

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

    /** The program's own registration as a telehealth organization. */
    record OrganizationRegistration(
            UsState state,
            String number,
            LocalDate validFrom,
            LocalDate expiresOn,
            @Nullable Evidence evidence)
            implements NewCredential {}
}
