package health.stillwater.rulebook;

import health.stillwater.kernel.UsState;
import java.time.ZoneId;
import java.util.List;

/**
 * A county of a state we know, by its FIPS code.
 *
 * @param zones its time zones, the one most people live in first; Gulf County, Florida has two
 */
public record County(String fips, UsState state, String name, List<ZoneId> zones) {

    /** The zone to reckon with when nothing more is known. */
    public ZoneId zone() {
        return zones.getFirst();
    }
}
