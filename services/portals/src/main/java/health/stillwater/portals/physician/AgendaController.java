package health.stillwater.portals.physician;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.visits.VisitId;
import health.stillwater.visits.VisitRecord.Modality;
import health.stillwater.visits.VisitView;
import health.stillwater.visits.Visits;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A physician's visits: the agenda, the beginning of one, and its end with the signed note. */
@Controller
@RequestMapping("/physician/visits")
class AgendaController {

    private final Visits visits;
    private final Enrollment enrollment;
    private final Rulebook rulebook;
    private final Clock clock;

    AgendaController(Visits visits, Enrollment enrollment, Rulebook rulebook, Clock clock) {
        this.visits = visits;
        this.enrollment = enrollment;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen index(@Signed PhysicianId me) {
        var lines = visits.agenda(me).stream().map(this::line).toList();
        return Screen.of("physician/visits").with("view", new AgendaPage(lines, clock.instant()));
    }

    @GetMapping("/{visit}")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@PathVariable UUID visit, @Signed PhysicianId me) {
        return Screen.of("physician/visit").with("view", desk(new VisitId(visit), me));
    }

    @PostMapping("/{visit}/start")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen create(
            @PathVariable UUID visit,
            @RequestParam(defaultValue = "") String county,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        var desk = desk(new VisitId(visit), me);
        if (desk.counties().stream().noneMatch(choice -> choice.value().equals(county))) {
            return notBegun(desk, "Ask the patient, and choose the county they are in now.");
        }
        try {
            visits.start(new VisitId(visit), me, county);
        } catch (Refusal.Forbidden tooEarly) {
            return notBegun(desk, Objects.requireNonNullElse(tooEarly.getMessage(), ""));
        }
        return Screen.go("/physician/visits/" + visit, "The visit has begun.", next);
    }

    private static Screen notBegun(VisitDesk desk, String why) {
        return Screen.again("physician/visit", FieldErrors.of("county", why)).with("view", desk);
    }

    @PostMapping("/{visit}/note")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen update(
            @PathVariable UUID visit,
            @ModelAttribute NoteForm form,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        var errors = form.errors();
        if (!errors.isEmpty()) {
            return Screen.again("physician/visit", errors)
                    .with("view", desk(new VisitId(visit), me));
        }
        var record = form.record();
        visits.finish(new VisitId(visit), me, record);
        return Screen.go("/physician/visits/" + visit, said(record.modality()), next);
    }

    private static String said(Modality how) {
        return switch (how) {
            case VIDEO -> "Your note is signed. The case goes to the gate.";
            case AUDIO -> "Your note is signed. Without video there is no case to decide.";
            case NONE -> "Noted: you did not meet.";
        };
    }

    private VisitDesk desk(VisitId id, PhysicianId me) {
        var visit = visits.visit(id, me);
        var written = visits.recordOf(visit.request()).filter(record -> record.visit().equals(id));
        return new VisitDesk(
                line(visit), enrollment.request(visit.request()), counties(), written.orElse(null));
    }

    private AgendaPage.Line line(VisitView visit) {
        return new AgendaPage.Line(visit, enrollment.patient(visit.patient()));
    }

    /** Where a patient of the program may be. Whoever is somewhere else cannot be treated there. */
    private List<Choice> counties() {
        return Arrays.stream(UsState.values())
                .filter(rulebook::launched)
                .flatMap(state -> rulebook.counties(state).stream())
                .map(
                        county ->
                                Choice.of(
                                        county.fips(),
                                        county.name() + ", " + county.state().title()))
                .toList();
    }
}
