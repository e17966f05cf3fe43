package health.stillwater.checkins;

/**
 * Where a text stands. Every legal move is on this page; what Twilio reports late or twice is none.
 */
enum TextStage {
    PLANNED,
    SENDING,
    UNKNOWN,
    ACCEPTED,
    SENT,
    DELIVERED,
    UNDELIVERED,
    WITHDRAWN;

    boolean mayBecome(TextStage next) {
        return switch (this) {
            case PLANNED -> next == SENDING || next == WITHDRAWN || next == DELIVERED;
            case SENDING -> next != SENDING;
            case UNKNOWN -> next != UNKNOWN && next != SENDING;
            case ACCEPTED ->
                    next == SENT
                            || next == DELIVERED
                            || next == UNDELIVERED
                            || next == PLANNED
                            || next == WITHDRAWN;
            case SENT ->
                    next == DELIVERED
                            || next == UNDELIVERED
                            || next == PLANNED
                            || next == WITHDRAWN;
            case DELIVERED, UNDELIVERED, WITHDRAWN -> false;
        };
    }

    /** Whether nothing more will happen to it. */
    boolean settled() {
        return switch (this) {
            case DELIVERED, UNDELIVERED, WITHDRAWN -> true;
            case PLANNED, SENDING, UNKNOWN, ACCEPTED, SENT -> false;
        };
    }
}
