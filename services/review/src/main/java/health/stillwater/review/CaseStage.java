package health.stillwater.review;

/** Where a case stands. Every legal move is on this page. */
public enum CaseStage {
    /** The gate stops it; the sentences say why. It is judged again until it passes. */
    HELD,
    /** Any physician whose credentials are valid where the patient is may claim it. */
    WAITING,
    /** One physician holds it, for a while. */
    CLAIMED,
    /** Set aside by the one who held it, until what it waits for has come: {@link PauseKind}. */
    PAUSED,
    /** The signed record says how. A physician may take it up again, and it comes back here. */
    DECIDED;

    boolean mayBecome(CaseStage next) {
        return switch (this) {
            case HELD -> next == WAITING;
            case WAITING -> next == HELD || next == CLAIMED;
            case CLAIMED -> next == WAITING || next == PAUSED || next == DECIDED;
            case PAUSED -> next == WAITING;
            case DECIDED -> next == CLAIMED;
        };
    }
}
