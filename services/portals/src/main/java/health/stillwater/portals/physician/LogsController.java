package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.prescribing.LogRow;
import health.stillwater.prescribing.MonthlyLog;
import health.stillwater.prescribing.Prescribing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The physician's own prescriptions, month by month, to read, to keep and to confirm. */
@Controller
@RequestMapping("/physician/logs")
class LogsController {

    private final Prescribing prescribing;

    LogsController(Prescribing prescribing) {
        this.prescribing = prescribing;
    }

    @GetMapping
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen index(@Signed PhysicianId me) {
        return Screen.of("physician/logs").with("logs", prescribing.logs(me));
    }

    @GetMapping("/{month}")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(
            @PathVariable String month,
            @RequestParam(defaultValue = "") String by,
            @Signed PhysicianId me) {
        var log = prescribing.log(me, read(month));
        return Screen.of("physician/log").with("view", new LogPage(log, order(by)));
    }

    @GetMapping("/{month}/file")
    @PreAuthorize("hasRole('PHYSICIAN')")
    void download(@PathVariable String month, @Signed PhysicianId me, HttpServletResponse response)
            throws IOException {
        MonthlyLog log = prescribing.log(me, read(month));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"prescriptions-" + log.month() + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        LogFile.write(log, response.getWriter());
    }

    @PostMapping("/{month}/review")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen create(@PathVariable String month, @Signed PhysicianId me, RedirectAttributes next) {
        prescribing.reviewLog(me, read(month));
        return Screen.go("/physician/logs/" + month, "Marked as read.", next);
    }

    private static YearMonth read(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException unreadable) {
            throw new Refusal.Missing("This log");
        }
    }

    private static LogRow.Order order(String by) {
        return Arrays.stream(LogRow.Order.values())
                .filter(order -> order.name().equalsIgnoreCase(by))
                .findAny()
                .orElse(LogRow.Order.ISSUED);
    }
}
