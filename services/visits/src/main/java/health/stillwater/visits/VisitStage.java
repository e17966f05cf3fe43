package health.stillwater.visits;

/** Where a visit stands. Every legal move is on this page. */
public enum VisitStage {
    BOOKED,
    STARTED,
    FINISHED,
    CANCELED;

    boolean mayBecome(VisitStage next) {
        return switch (this) {
            case BOOKED -> next == STARTED || next == CANCELED;
            case STARTED -> next == FINISHED;
            case FINISHED, CANCELED -> false;
        };
    }

    /** Whether the physician's time is taken by it. */
    boolean holdsTheTime() {
        return this != CANCELED;
    }
}
