package health.stillwater.portals.patient;

import health.stillwater.audit.Audit;
import health.stillwater.audit.AuditRow;
import health.stillwater.enrollment.AssessmentId;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.ActingFilter;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page of a patient: the one thing to do now, and everything around it. */
@Controller
class PatientHomeController {

    private static final int LOOKS = 5;

    private final Enrollment enrollment;
    private final Journeys journeys;
    private final Audit audit;

    PatientHomeController(Enrollment enrollment, Journeys journeys, Audit audit) {
        this.enrollment = enrollment;
        this.journeys = journeys;
        this.audit = audit;
    }

    /** Whoever comes here for the first time begins a request, with the assessment their browser holds. */
    @GetMapping("/patient")
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(
            @Signed PatientId me,
            @Signed Actor person,
            @AuthenticationPrincipal @Nullable OAuth2User account,
            HttpServletRequest request) {
        var assessment = ActingFilter.visit(request).map(AssessmentId::new).orElse(null);
        enrollment.begin(me, assessment, email(account));
        return Screen.of("patient/home").with("view", view(me, person));
    }

    private HomeView view(PatientId me, Actor person) {
        var journey = journeys.of(me);
        return new HomeView(
                person.name().strip().split("\\s+")[0],
                journey.zone(),
                WhatNow.of(journey),
                journey.enrolled() ? List.of() : journey.enrollment().stops(),
                Timeline.of(journey),
                known(journey),
                audit.of(me).stream().filter(PatientHomeController::staffLooked).limit(LOOKS).toList(),
                journey.plan(),
                journey.checkIns().next(),
                journey.enrollment().textsStopped());
    }

    private static Map<String, String> known(Journey journey) {
        var known = new LinkedHashMap<String, String>();
        var profile = journey.enrollment().profile();
        if (profile != null) {
            known.put("Name", profile.name());
            known.put("Phone", profile.phone());
            known.put("Parcels go to", (profile.line1() + " " + profile.line2()).strip() + ", " + profile.city());
        }
        known.put("Email", journey.enrollment().email());
        var card = journey.plan().card();
        known.put("Card", card.onFile() ? card.brand() + " ending " + card.last4() : "None saved");
        return known;
    }

    static boolean staffLooked(AuditRow row) {
        return row.kind().staff();
    }

    private static String email(@Nullable OAuth2User account) {
        return account == null ? "" : Objects.requireNonNullElse(account.<String>getAttribute("email"), "");
    }
}
