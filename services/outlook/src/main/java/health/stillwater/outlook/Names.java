package health.stillwater.outlook;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.licensing.Licensing;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What physicians and pharmacies are called, each asked for once. */
final class Names {

    private final Licensing licensing;
    private final Map<UUID, String> known = new HashMap<>();

    Names(Licensing licensing) {
        this.licensing = licensing;
    }

    String physician(UUID id) {
        return known.computeIfAbsent(
                id, each -> or(() -> licensing.physician(new PhysicianId(each)).name(), each));
    }

    String pharmacy(UUID id) {
        return known.computeIfAbsent(
                id, each -> or(() -> licensing.pharmacy(new PharmacyId(each)).name(), each));
    }

    /** Somebody who is not registered has no name with us; their id must do. */
    private static String or(Supplier<String> name, UUID id) {
        try {
            return name.get();
        } catch (Refusal.Missing stranger) {
            return id.toString();
        }
    }
}
