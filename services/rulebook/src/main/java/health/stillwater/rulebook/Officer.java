package health.stillwater.rulebook;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.runtime.Acting;
import java.util.UUID;

/** The compliance officer who is acting; nobody else changes the book. */
record Officer(UUID id, String name) {

    static Officer now() {
        var actor = Acting.now();
        if (actor.kind() != Actor.Kind.COMPLIANCE) {
            throw new Refusal.Forbidden("Only a compliance officer may do this.");
        }
        return new Officer(actor.id(), actor.name());
    }
}
