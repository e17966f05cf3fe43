package health.stillwater.portals.patient;

import health.stillwater.audit.AuditRow;
import health.stillwater.billing.PlanView;
import health.stillwater.portals.shell.Mark;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of a patient's start page.
 *
 * @param stops why the last check of their enrollment stopped, in words for them
 * @param known what we know about them, by its name
 * @param looks who looked at their record last
 * @param nextText when the next text goes out; null when none is planned
 */
public record HomeView(
        String firstName,
        ZoneId zone,
        NextStep next,
        List<String> stops,
        List<Mark> marks,
        Map<String, String> known,
        List<AuditRow> looks,
        PlanView plan,
        @Nullable Instant nextText,
        boolean textsStopped) {}
