package health.stillwater.portals.patient;

import health.stillwater.audit.AuditRow;
import health.stillwater.kernel.Actor;
import health.stillwater.portals.shell.Chart;
import health.stillwater.portals.shell.Phone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a journey on the start page. */
final class Home {

    private static final int LOOKS = 4;

    private Home() {}

    static HomeView of(Journey journey, Actor person, List<AuditRow> trail) {
        return new HomeView(
                person.name().strip().split("\\s+")[0],
                journey.zone(),
                WhatNow.of(journey),
                journey.enrolled() ? List.of() : journey.enrollment().stops(),
                StepsToGo.of(journey),
                Timeline.of(journey),
                known(journey),
                Look.of(trail, journey.zone()).stream().limit(LOOKS).toList(),
                journey.plan(),
                journey.decision().orElse(null),
                journey.order().orElse(null),
                journey.supply(),
                journey.next(),
                trend(journey),
                journey.checkIns().next(),
                journey.enrollment().textsStopped());
    }

    private static @Nullable Chart trend(Journey journey) {
        var points = journey.checkIns().points();
        return points.isEmpty() ? null : Trend.of(points);
    }

    private static Map<String, String> known(Journey journey) {
        var known = new LinkedHashMap<String, String>();
        var profile = journey.enrollment().profile();
        if (profile != null) {
            known.put("Name", profile.name());
            known.put("Phone", Phone.words(profile.phone()));
            known.put(
                    "Parcels go to",
                    (profile.line1() + " " + profile.line2()).strip() + ", " + profile.city());
        }
        known.put("Email", journey.enrollment().email());
        return known;
    }
}
