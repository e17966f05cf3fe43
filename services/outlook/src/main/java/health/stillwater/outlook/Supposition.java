package health.stillwater.outlook;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import java.util.UUID;

/** What is supposed besides the passing of time. */
public sealed interface Supposition {

    /** Nothing else changes. */
    record Nothing() implements Supposition {
        @Override
        public String code() {
            return "";
        }
    }

    /** This physician no longer prescribes: left, or lost what they need. */
    record PhysicianLeaves(PhysicianId physician) implements Supposition {
        @Override
        public String code() {
            return PHYSICIAN + physician;
        }
    }

    /** This pharmacy no longer fills: closed, or suspended. */
    record PharmacyCloses(PharmacyId pharmacy) implements Supposition {
        @Override
        public String code() {
            return PHARMACY + pharmacy;
        }
    }

    /** This proposal to change the rules is approved, and in force from its day on. */
    record Proposed(long proposal) implements Supposition {
        @Override
        public String code() {
            return PROPOSAL + proposal;
        }

        @Override
        public boolean changesRules() {
            return true;
        }
    }

    String PROPOSAL = "proposal:";
    String PHYSICIAN = "physician:";
    String PHARMACY = "pharmacy:";

    /** As it stands in an address. */
    String code();

    /**
     * Whether the rules themselves would change. That is compared with the same day without the
     * change, all else with today.
     */
    default boolean changesRules() {
        return false;
    }

    /** Reads {@link #code()}; anything else supposes nothing. */
    static Supposition of(String code) {
        try {
            if (code.startsWith(PHYSICIAN)) {
                return new PhysicianLeaves(
                        new PhysicianId(UUID.fromString(code.substring(PHYSICIAN.length()))));
            }
            if (code.startsWith(PHARMACY)) {
                return new PharmacyCloses(
                        new PharmacyId(UUID.fromString(code.substring(PHARMACY.length()))));
            }
            if (code.startsWith(PROPOSAL)) {
                return new Proposed(Long.parseLong(code.substring(PROPOSAL.length())));
            }
        } catch (IllegalArgumentException notAnId) {
            return new Nothing();
        }
        return new Nothing();
    }
}
