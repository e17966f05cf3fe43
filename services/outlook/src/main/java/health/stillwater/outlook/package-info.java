/**
 * Who would be stopped on a day to come, by which row, and what to do for them before.
 *
 * <p>Keeps, for each patient with a signed prescription, what dated rules can turn on, and judges
 * all of them by the rules as they will stand on a day. {@link health.stillwater.outlook.Outlook}
 * counts, lists and explains; compliance acts on it. It decides nothing: the gate is asked anew
 * whenever somebody acts.
 */
@ApplicationModule(
        displayName = "Outlook",
        allowedDependencies = {
            "kernel",
            "runtime",
            "rulebook",
            "licensing",
            "enrollment",
            "visits",
            "review",
            "prescribing",
            "billing",
            "pharmacy"
        })
@NullMarked
package health.stillwater.outlook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
