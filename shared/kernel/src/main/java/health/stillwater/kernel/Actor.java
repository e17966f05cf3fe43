package health.stillwater.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting: a person signed in, a visitor without an account, or the program itself.
 *
 * <p>The database hides every row with health information from an actor it is not for (row-level
 * security), so an act without an actor sees nothing.
 *
 * @param id the person's account id; a visitor's assessment id; for {@link Kind#SYSTEM} and {@link
 *     Kind#NOBODY} all zero
 * @param organization the pharmacy a pharmacist works for; null for everybody else
 * @param name what people are shown, never used to decide anything
 */
public record Actor(Kind kind, UUID id, @Nullable UUID organization, String name) {

    /** The kinds of actor. A person has exactly one. */
    public enum Kind {
        NOBODY,
        VISITOR,
        PATIENT,
        PHYSICIAN,
        PHARMACIST,
        BILLING,
        COMPLIANCE,
        SYSTEM;

        /**
         * Whether looking at a patient's health information is part of this kind's work, and so
         * leaves a trace.
         */
        public boolean staff() {
            return switch (this) {
                case PHYSICIAN, PHARMACIST, BILLING, COMPLIANCE -> true;
                case NOBODY, VISITOR, PATIENT, SYSTEM -> false;
            };
        }
    }

    private static final UUID NONE = new UUID(0, 0);

    public static final Actor NOBODY = new Actor(Kind.NOBODY, NONE, null, "nobody");

    /**
     * The program itself, doing a named piece of work: {@code
     * system("billing.start-subscription")}.
     */
    public static Actor system(String work) {
        return new Actor(Kind.SYSTEM, NONE, null, work);
    }
}
