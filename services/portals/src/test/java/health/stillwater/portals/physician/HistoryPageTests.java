package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOW;
import static health.stillwater.portals.physician.Samples.REQUEST;
import static health.stillwater.portals.physician.Samples.ROSA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.MoodScore;
import health.stillwater.prescribing.CourseView;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.prescribing.Standing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What was decided, answered and supplied before, beside a case. */
class HistoryPageTests extends CaseDesk {

    @Test
    void everyDecisionIsCalledByItsNameWithItsSupplyAndWhatBecameOfIt() {
        mine();
        var stop = Texts.line(Samples.id("51900003"), PrescriberVerdict.STOP, Standing.HOLDS);
        var stopped = new Standing(Standing.Kind.STOPPED, Optional.of(stop.id()));
        var renewal = Texts.line(Samples.id("51900002"), PrescriberVerdict.RENEW, stopped);
        var renewed = new Standing(Standing.Kind.RENEWED, Optional.of(renewal.id()));
        var first = Texts.line(Samples.id("51900001"), PrescriberVerdict.APPROVE, renewed);
        when(prescribing.decisionsOf(ROSA)).thenReturn(List.of(stop, renewal, first));
        for (var prescribed : List.of(renewal, first)) {
            when(prescribing.prescription(prescribed.id()))
                    .thenReturn(Texts.prescription(prescribed));
        }
        when(prescribing.courseOf(REQUEST, ME)).thenReturn(through(LocalDate.of(2026, 12, 21)));

        var card = page("physician-case-history").select("[aria-labelledby=history-title]");

        assertThat(card.select("header span").text())
                .isEqualTo("Covered through December 21, 2026");
        assertThat(card.select("dd").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Stopped, Maya").doesNotContain("100 mg"),
                        one ->
                                assertThat(one)
                                        .startsWith("Renewed. Stopped by a later decision, Maya")
                                        .contains("4 of 100 mg, 28 days"),
                        one ->
                                assertThat(one)
                                        .startsWith("Approved. Renewed by a later decision, Maya")
                                        .contains("4 of 100 mg, 28 days"));
    }

    @Test
    void scoresAreDrawnOnceThereAreTwo() {
        mine();
        var first = new MoodScore(NOW.minus(Duration.ofDays(30)), 5);
        when(enrollment.moodsOf(ROSA)).thenReturn(List.of(first));
        assertThat(page("physician-case-one-score").select("#moods-title")).isEmpty();

        when(enrollment.moodsOf(ROSA)).thenReturn(List.of(first, new MoodScore(NOW, 2)));
        assertThat(page("physician-case-scores").select("#moods-says").text())
                .isEqualTo("2 times asked: from 5 to 2.");
    }

    private Document page(String name) {
        return kept(desk.mvc().get().uri(CASE).exchange(), 200, name);
    }

    private static CourseView through(LocalDate day) {
        return new CourseView(
                Optional.<DecisionId>empty(),
                Optional.empty(),
                Optional.of(day),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
