package health.stillwater.visits;

/** Where a visit stands. Every legal move is on this page. */
public enum VisitStage {
    BOOKED,
    STARTED,
    FINISHED,
    CANCELED;

    boolean mayBecome(VisitStage next) {
        return switch (this) {
            // Straight to finished only when the two did not meet.
            case BOOKED -> next == STARTED || next == CANCELED || next == FINISHED;
            case STARTED -> next == FINISHED;
            case FINISHED, CANCELED -> false;
        };
    }
}
