package health.stillwater.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * What an officer wants to stop.
 *
 * @param target the state's postal code, the indication's code, or the id; null for everything
 * @param targetName what people call it
 */
public record NewKillSwitch(
        KillSwitch.Scope scope, @Nullable String target, String targetName, String reason) {}
