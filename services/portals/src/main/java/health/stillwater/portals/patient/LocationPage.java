package health.stillwater.portals.patient;

import health.stillwater.enrollment.LocationView;
import health.stillwater.portals.shell.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saying where one is.
 *
 * @param last what was said before; null when nothing was. It is shown, never chosen for the
 *     patient
 */
public record LocationPage(@Nullable LocationView last, List<Choice> counties) {}
