package health.stillwater.outlook;

import health.stillwater.pharmacy.Fill;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the medicine lasts that a patient was sent. It is counted from the day it arrived, or
 * left while it is on its way; what arrives early is used up after what is there.
 *
 * @param filledOn when medicine last left the pharmacy; null when none did
 * @param through the last day it lasts
 */
record Supply(@Nullable LocalDate filledOn, LocalDate through) {

    /**
     * @param since the day of the first prescription
     */
    static Supply of(List<Fill> fills, LocalDate since, ZoneId zone) {
        var supply = new Supply(null, since.minusDays(1));
        for (var fill : fills) {
            supply = supply.and(fill, zone);
        }
        return supply;
    }

    private Supply and(Fill fill, ZoneId zone) {
        var arrived = fill.deliveredAt();
        var left = LocalDate.ofInstant(fill.shippedAt(), zone);
        var had = arrived == null ? left : LocalDate.ofInstant(arrived, zone);
        var before = had.minusDays(1);
        var from = through.isAfter(before) ? through : before;
        return new Supply(left, from.plusDays(fill.daysSupply()));
    }
}
