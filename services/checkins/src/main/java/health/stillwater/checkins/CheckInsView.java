package health.stillwater.checkins;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check-ins of one patient, as they may see them.
 *
 * @param zone the patient's own; every instant is to be shown in it
 * @param open the one to answer now; null when there is none
 * @param next when the next text goes out; null when none is planned
 * @param messages both directions, oldest first
 */
public record CheckInsView(
        ZoneId zone,
        @Nullable OpenCheckIn open,
        @Nullable Instant next,
        List<Message> messages,
        List<CheckInPoint> points) {

    /** Of a patient who was never asked. */
    public static CheckInsView none(ZoneId zone) {
        return new CheckInsView(zone, null, null, List.of(), List.of());
    }

    /** One text, sent or received, or an answer on the website. */
    public record Message(Direction direction, Instant at, String words, String status) {}

    /** Which way a text went. */
    public enum Direction {
        TO_PATIENT,
        FROM_PATIENT
    }
}
