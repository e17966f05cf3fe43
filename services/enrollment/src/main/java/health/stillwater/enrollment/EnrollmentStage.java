package health.stillwater.enrollment;

/**
 * Where an enrollment stands. Every legal move is on this page; the steps on the way are facts, not
 * stages.
 */
public enum EnrollmentStage {
    BEGUN,
    /** The gate found something missing or wrong; the patient mends it and asks again. */
    STOPPED,
    ENROLLED;

    boolean mayBecome(EnrollmentStage next) {
        return switch (this) {
            case BEGUN, STOPPED -> next == STOPPED || next == ENROLLED;
            case ENROLLED -> false;
        };
    }
}
