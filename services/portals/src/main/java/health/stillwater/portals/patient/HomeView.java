package health.stillwater.portals.patient;

import health.stillwater.billing.PlanView;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.portals.shell.Chart;
import health.stillwater.portals.shell.Mark;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.NextSupply;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of a patient's start page.
 *
 * @param stops why the last check of their enrollment stopped, in words for them
 * @param steps what is done of the enrollment and what is left; empty once enrolled
 * @param known what we know about them, by its name
 * @param looks who was at their record last
 * @param decision the latest; null while there is none
 * @param order the latest; null while there is none
 * @param supply how it stands with the one after
 * @param again whether the request shown is for a next supply
 * @param trend how they have been; null before the first check-in
 * @param nextText when the next text goes out; null when none is planned
 */
public record HomeView(
        String firstName,
        ZoneId zone,
        NextStep next,
        List<String> stops,
        List<StepRow> steps,
        List<Mark> marks,
        Map<String, String> known,
        List<Look> looks,
        PlanView plan,
        @Nullable DecisionView decision,
        @Nullable OrderProgress order,
        NextSupply supply,
        boolean again,
        @Nullable Chart trend,
        @Nullable Instant nextText,
        boolean textsStopped) {}
