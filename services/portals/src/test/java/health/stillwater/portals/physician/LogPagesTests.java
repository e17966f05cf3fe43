package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.CASTELLANE;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.LogRow;
import health.stillwater.prescribing.MonthlyLog;
import health.stillwater.prescribing.Prescribing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogPagesTests {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String PAGE = "/physician/logs/2026-10";

    private final Prescribing prescribing = mock(Prescribing.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        desk = Desk.of(CASTELLANE, new LogsController(prescribing));
        isKept(Optional.empty());
    }

    private void isKept(Optional<Instant> reviewedAt) {
        var log =
                new MonthlyLog(
                        OCTOBER,
                        List.of(row("Rosa Delgado", 3), row("=Ana Ferreira", 9)),
                        Texts.HASH,
                        Optional.of(NOW),
                        reviewedAt);
        when(prescribing.log(ME, OCTOBER)).thenReturn(log);
        when(prescribing.logs(ME)).thenReturn(List.of(log));
    }

    @Test
    void aMonthIsListedReadAndConfirmed() {
        assertThat(desk.read("/physician/logs").select("tbody").text())
                .contains("October 2026", "2", "To be read");
        var page = Desk.page(desk.mvc().get().uri(PAGE).exchange(), 200, "physician-log");
        assertThat(page.select("main tbody tr")).hasSize(2);
        assertThat(page.select("main form").attr("action")).isEqualTo(PAGE + "/review");
        assertThat(desk.send(PAGE + "/review")).hasStatus(303).hasRedirectedUrl(PAGE);
        verify(prescribing).reviewLog(ME, OCTOBER);
        isKept(Optional.of(NOW));
        assertThat(desk.read(PAGE).select("main form")).isEmpty();
    }

    @Test
    void itIsSortedByWhatIsAskedFor() {
        assertThat(desk.read(PAGE).select("main tbody tr").eachText().getFirst()).contains("Rosa");
        assertThat(desk.read(PAGE + "?by=patient").select("main tbody tr").eachText().getFirst())
                .contains("Ana");
    }

    @Test
    void aCellIsNeverAFormula() throws Exception {
        var answer = desk.mvc().get().uri(PAGE + "/file").exchange();
        assertThat(answer).hasStatus(200).hasHeader("Cache-Control", "no-store");
        assertThat(answer.getResponse().getContentAsString())
                .contains("Issued on,Signed at,Patient", ",'=Ana Ferreira,")
                .doesNotContain(",=Ana");
    }

    @Test
    void whatIsNoMonthIsNotThere() {
        assertThat(desk.mvc().get().uri("/physician/logs/october")).hasStatus(404);
    }

    private static LogRow row(String patient, int day) {
        return new LogRow(
                Samples.id("5190000" + day).toString(),
                LocalDate.of(2026, 10, day),
                Instant.parse("2026-10-0" + day + "T15:00:00Z"),
                patient,
                "1200 Example Street, Miami, FL 33130",
                "ketamine hydrochloride (compounded), Schedule III",
                "100 mg",
                "sublingual troche",
                8,
                28,
                0,
                "Dissolve 2 troches under the tongue once a week.",
                "FC1234563",
                "Cedar Compounding");
    }
}
