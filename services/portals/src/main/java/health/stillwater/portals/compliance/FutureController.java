package health.stillwater.portals.compliance;

import health.stillwater.outlook.Outlook;
import health.stillwater.outlook.Supposition;
import health.stillwater.outlook.TallyView;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.rulebook.RowView;
import health.stillwater.rulebook.Rulebook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The future, seen: who would be stopped on a day, by which row, and what to do for each. While it
 * is counted the page asks for itself again, with or without a script.
 */
@Controller
@RequestMapping("/compliance/future")
class FutureController {

    private static final String LOOK_AGAIN_IN_SECONDS = "2";

    private final Outlook outlook;
    private final Rulebook rulebook;

    FutureController(Outlook outlook, Rulebook rulebook) {
        this.outlook = outlook;
        this.rulebook = rulebook;
    }

    @GetMapping
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show(@RequestParam Map<String, String> typed, HttpServletResponse response) {
        var form = form(typed);
        var choices = choices();
        var errors = errors(form, choices);
        if (!errors.isEmpty()) {
            return wrong(form, errors);
        }
        var tally = outlook.tally(form.question());
        if (tally.stage() == TallyView.Stage.COUNTING) {
            response.setHeader("Refresh", LOOK_AGAIN_IN_SECONDS);
            return screen(new FuturePage(form, outlook.today(), tally, null, choices, Map.of()));
        }
        var people = outlook.affected(form.question(), form.filter(), form.page());
        return screen(new FuturePage(form, outlook.today(), tally, people, choices, conditions()));
    }

    /** Counts anew what was counted some minutes ago. */
    @PostMapping
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen countAnew(@RequestParam Map<String, String> typed) {
        var form = form(typed);
        var errors = errors(form, choices());
        if (!errors.isEmpty()) {
            return wrong(form, errors);
        }
        outlook.countAnew(form.question());
        return Screen.go(form.address());
    }

    /** The list as a file: it is health information, and the export is on record. */
    @PostMapping("/exports")
    @PreAuthorize("hasRole('COMPLIANCE')")
    void export(@RequestParam Map<String, String> typed, HttpServletResponse response)
            throws IOException {
        var form = form(typed);
        if (!errors(form, choices()).isEmpty()) {
            response.sendRedirect("/compliance/future");
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"stopped-on-" + form.on() + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try (var file = AffectedFile.to(response.getWriter())) {
            outlook.export(form.question(), form.filter(), file::add);
        }
    }

    private FutureForm form(Map<String, String> typed) {
        return FutureForm.of(typed).or(outlook.today());
    }

    /**
     * A proposal that was decided, or overtaken, is not supposed: what it would do is no longer so.
     */
    private FieldErrors errors(FutureForm form, List<Choice> choices) {
        var errors = form.errors(outlook.today());
        var gone =
                errors.isEmpty()
                        && form.question().supposition().changesRules()
                        && choices.stream().noneMatch(each -> each.value().equals(form.suppose()));
        return gone
                ? FieldErrors.of(
                        "suppose",
                        "This proposal was decided, or overtaken by another change. Choose what to suppose.")
                : errors;
    }

    private Screen wrong(FutureForm form, FieldErrors errors) {
        return Screen.again("compliance/future", errors)
                .with(
                        "view",
                        new FuturePage(form, outlook.today(), null, null, choices(), Map.of()));
    }

    private static Screen screen(FuturePage view) {
        return Screen.of("compliance/future").with("view", view);
    }

    private List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        outlook.physicians()
                .forEach(
                        (id, name) ->
                                choices.add(
                                        Choice.of(
                                                new Supposition.PhysicianLeaves(id).code(),
                                                name + " no longer prescribes")));
        outlook.pharmacies()
                .forEach(
                        (id, name) ->
                                choices.add(
                                        Choice.of(
                                                new Supposition.PharmacyCloses(id).code(),
                                                name + " no longer fills")));
        rulebook.proposalsStanding()
                .forEach(
                        proposal ->
                                choices.add(
                                        Choice.of(
                                                new Supposition.Proposed(proposal.number()).code(),
                                                ProposalsPage.supposed(proposal))));
        return choices;
    }

    private Map<String, String> conditions() {
        return rulebook.rows().stream()
                .collect(Collectors.toMap(RowView::id, RowView::condition, (_, later) -> later));
    }
}
