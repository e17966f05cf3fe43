package health.stillwater.licensing;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import java.util.Set;

/**
 * A physician, as others may know them.
 *
 * @param states where the physician may prescribe right now
 */
public record PhysicianView(
        PhysicianId id, String name, String npi, String practiceAddress, Set<UsState> states) {}
