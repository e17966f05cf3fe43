package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.outlook.Affected;
import health.stillwater.outlook.AffectedFilter;
import health.stillwater.outlook.AffectedPage;
import health.stillwater.outlook.Counts;
import health.stillwater.outlook.LookAhead;
import health.stillwater.outlook.Outlook;
import health.stillwater.outlook.Supposition;
import health.stillwater.outlook.TallyView;
import health.stillwater.portals.shell.Desk;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Verdict;
import health.stillwater.rulebook.Words;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FuturePagesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LookAhead NEW_YEAR = LookAhead.to(LocalDate.of(2027, 1, 1));
    private static final PhysicianId CASTELLANE =
            new PhysicianId(UUID.fromString("11111111-0000-4000-8000-000000000001"));
    private static final PharmacyId GULFSIDE =
            new PharmacyId(UUID.fromString("22222222-0000-4000-8000-000000000001"));
    private static final PatientId ROSA =
            new PatientId(UUID.fromString("30177000-0000-4000-8000-000000000001"));

    private final Outlook outlook = mock(Outlook.class);
    private final Rulebook rulebook = mock(Rulebook.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(outlook.today()).thenReturn(TODAY);
        when(outlook.physicians()).thenReturn(Map.of(CASTELLANE, "Dr. Imre Castellane"));
        when(outlook.pharmacies()).thenReturn(Map.of(GULFSIDE, "Gulfside Compounding"));
        when(outlook.tally(any())).thenReturn(tally(TallyView.Stage.DONE, counts()));
        when(outlook.affected(any(), any(), anyInt()))
                .thenReturn(new AffectedPage(List.of(rosa(3), rosa(-2)), 0, true));
        desk =
                Desk.of(
                        new Actor(
                                Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh"),
                        new FutureController(outlook, rulebook));
    }

    @Test
    void theDayIsShownWithItsNumbersAndTheListToActOn() {
        var page = read("/compliance/future?on=2027-01-01", 200, "compliance-future");
        assertThat(page.select("h1").text()).isEqualTo("Who would be stopped on January 1, 2027");
        assertThat(page.select(".sw-sums").text())
                .contains("412 patients in care", "389 would be stopped", "23 evaluated in person");
        assertThat(page.select("desc").text())
                .isEqualTo("Florida: 264 stopped of 281. New Jersey: 125 stopped of 131");
        assertThat(page.select("#list tbody tr").first().text())
                .contains("SW-30177000", "3 days left", "D01", "Book an evaluation in person");
        assertThat(page.select("#list tbody tr").last().text()).contains("Out for 2 days");
        assertThat(page.select("#list tbody a").first().attr("href"))
                .isEqualTo("/compliance/patients/" + ROSA);
        assertThat(page.select("a[href*=page=1]").text()).isEqualTo("More medicine");
        assertThat(page.select("main").text()).contains("What this takes for granted");
        verify(outlook).affected(NEW_YEAR, AffectedFilter.everybody(), 0);
    }

    @Test
    void everyPartLeadsToItsList() {
        var page = read("/compliance/future?on=2027-01-01", 200, "compliance-future");
        assertThat(page.select("main th a").eachAttr("href"))
                .contains(
                        "/compliance/future?on=2027-01-01&row=D01#list",
                        "/compliance/future?on=2027-01-01&state=FL#list",
                        "/compliance/future?on=2027-01-01&physician=" + CASTELLANE + "#list",
                        "/compliance/future?on=2027-01-01&pharmacy=" + GULFSIDE + "#list");
    }

    @Test
    void theFilterBecomesTheQuestion() {
        var page =
                read(
                        "/compliance/future?on=2027-01-01&row=D01&state=NJ&physician="
                                + CASTELLANE
                                + "&page=2",
                        200,
                        "compliance-future-narrowed");
        verify(outlook)
                .affected(NEW_YEAR, new AffectedFilter("D01", UsState.NJ, CASTELLANE, null), 2);
        assertThat(page.select("#list > p").text())
                .contains("Only row D01, New Jersey, Dr. Imre Castellane");
        read("/compliance/future?on=2027-01-01&row=X&state=??&physician=1&page=-3", 200, "x");
        verify(outlook).affected(NEW_YEAR, AffectedFilter.everybody(), 0);
    }

    @Test
    void aSuppositionIsSaidAndAsked() {
        var code = "physician:" + CASTELLANE;
        var page =
                read(
                        "/compliance/future?on=2026-11-23&suppose=" + code,
                        200,
                        "compliance-future-suppose");
        assertThat(page.select(".sw-notice--wait").text())
                .contains("Supposed: Dr. Imre Castellane no longer prescribes");
        assertThat(page.select("h1").text()).isEqualTo("Who is stopped today");
        verify(outlook).tally(new LookAhead(TODAY, new Supposition.PhysicianLeaves(CASTELLANE)));
    }

    @Test
    void whileItIsCountedThePageShowsHowFarAndLooksAgainByItself() {
        when(outlook.tally(any())).thenReturn(tally(TallyView.Stage.COUNTING, null));
        var answer = desk.mvc().get().uri("/compliance/future?on=2027-01-01").exchange();
        var page = Desk.page(answer, 200, "compliance-future-counting");
        assertThat(answer).hasHeader("Refresh", "2");
        assertThat(page.select("[role=status]").text()).contains("200 of 412 patients so far");
        assertThat(page.select("progress").attr("value")).isEqualTo("200");
        assertThat(page.select("#list")).isEmpty();
        verify(outlook, never()).affected(any(), any(), anyInt());
    }

    @Test
    void aCountThatFailedIsSaid() {
        when(outlook.tally(any())).thenReturn(tally(TallyView.Stage.FAILED, null));
        var page = read("/compliance/future?on=2027-01-01", 200, "compliance-future-failed");
        assertThat(page.select(".sw-notice--stop").text()).contains("The count failed");
        assertThat(page.select("#list tbody tr")).hasSize(2);
    }

    @Test
    void wrongDaysAreSaidAtTheField() {
        for (var day : List.of("soon", "2026-11-22", "2031-11-24")) {
            var page = read("/compliance/future?on=" + day, 422, "compliance-future-error");
            assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#on");
            assertThat(page.getElementById("on").val()).isEqualTo(day);
        }
        verify(outlook, never()).tally(any());
    }

    @Test
    void countingAgainLeadsBack() {
        assertThat(desk.send("/compliance/future?on=2027-01-01&state=FL"))
                .hasRedirectedUrl("/compliance/future?on=2027-01-01&state=FL");
        verify(outlook).countAnew(NEW_YEAR);
    }

    @Test
    void theFileHoldsALineAPersonAndNoFormula() throws UnsupportedEncodingException {
        doAnswer(
                        call -> {
                            Consumer<Affected> to = call.getArgument(2);
                            to.accept(rosa(-2));
                            return null;
                        })
                .when(outlook)
                .export(any(), any(), any());
        var answer = desk.send("/compliance/future/exports?on=2027-01-01&state=FL");
        assertThat(answer).hasStatus(200).hasHeader("Cache-Control", "no-store");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .contains("stopped-on-2027-01-01.csv");
        assertThat(answer.getResponse().getContentAsString().lines())
                .hasSize(2)
                .element(1)
                .asString()
                .contains("SW-30177000," + ROSA + ",FL,")
                .contains("'=Dr. Imre Castellane")
                .contains(",-2,D01,");
        verify(outlook)
                .export(eq(NEW_YEAR), eq(new AffectedFilter(null, UsState.FL, null, null)), any());
        assertThat(desk.send("/compliance/future/exports?on=never"))
                .hasRedirectedUrl("/compliance/future");
    }

    private Document read(String address, int status, String name) {
        return Desk.page(desk.mvc().get().uri(address).exchange(), status, name);
    }

    private static TallyView tally(TallyView.Stage stage, @Nullable Counts counts) {
        return new TallyView(
                NEW_YEAR, Instant.parse("2027-01-01T17:00:00Z"), stage, 412, 200, NOW, counts);
    }

    private static Counts counts() {
        return new Counts(
                412,
                389,
                0,
                23,
                61,
                0,
                List.of(new Counts.Share("D01", "D01", 389, 389, 0)),
                List.of(
                        new Counts.Share("FL", "Florida", 281, 264, 0),
                        new Counts.Share("NJ", "New Jersey", 131, 125, 0)),
                List.of(
                        new Counts.Share(
                                CASTELLANE.toString(), "Dr. Imre Castellane", 412, 389, 0)),
                List.of(
                        new Counts.Share(
                                GULFSIDE.toString(), "Gulfside Compounding", 412, 389, 0)));
    }

    private static Affected rosa(long daysLeft) {
        return new Affected(
                ROSA,
                "SW-30177000",
                UsState.FL,
                CASTELLANE,
                daysLeft < 0 ? "=Dr. Imre Castellane" : "Dr. Imre Castellane",
                GULFSIDE,
                "Gulfside Compounding",
                LocalDate.of(2026, 11, 2),
                TODAY.plusDays(daysLeft),
                daysLeft,
                List.of(
                        new Verdict(
                                "D01",
                                1,
                                Answer.FAIL,
                                "temporary telemedicine rule ended at 2027-01-01T04:59:59Z",
                                new Words("P", "Rx", "No federal ground to prescribe"))),
                false,
                List.of("Book an evaluation in person with Dr. Imre Castellane"));
    }
}
