package health.stillwater.portals.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Desk;
import health.stillwater.visits.Slot;
import health.stillwater.visits.VisitRecord.Modality;
import health.stillwater.visits.VisitStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class VisitPageTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final PhysicianId OKAFOR =
            new PhysicianId(UUID.fromString("7a0c9c4e-6f1a-4f52-9b61-5b8f5a0d7c12"));

    private final Rosalind she = new Rosalind().enrolled();

    @Test
    void beforeEnrollmentThereAreNoTimes() {
        she.did();
        assertThat(shown("not-yet").select("input[name=slot]")).isEmpty();
    }

    @Test
    void eachTimeStandsThereOnceInHerOwnZoneAndNoneIsChosen() {
        open();
        var page = shown("times");
        assertThat(page.select("h2").eachText())
                .startsWith("Monday, November 23", "Tuesday, November 24");
        assertThat(page.select("main").text()).contains("Eastern Time", "Morning", "Afternoon");
        assertThat(page.select("input[name=slot]")).hasSize(24);
        assertThat(page.select("input[name=slot]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("input[checked]")).isEmpty();
        assertThat(page.select("a[href^=/patient/visit?from=]").attr("href"))
                .endsWith("2026-11-26");
    }

    @Test
    void sheMayWantOnePhysicianAlone() {
        open();
        assertThat(shown("times").select("nav[aria-label=Physician] a").eachText())
                .containsExactly(
                        "Anyone, the soonest", "Only Dr. Ines Castellane", "Only Dr. Okafor");
        var page =
                Desk.page(
                        she.desk.mvc().get().uri("/patient/visit?with=" + OKAFOR).exchange(),
                        200,
                        "visit-with");
        assertThat(page.select("input[name=slot]").eachAttr("value"))
                .hasSize(24)
                .allMatch(slot -> slot.startsWith(OKAFOR + "|"));
        assertThat(page.select("nav[aria-label=Physician] [aria-current]").text())
                .isEqualTo("Only Dr. Okafor");
        assertThat(page.select("input[name=with]").val()).isEqualTo(OKAFOR.toString());
    }

    @Test
    void aTimeIsBookedWithThePhysicianWhoHasIt() {
        open();
        var first = shown("times").getElementById("slot").val();
        assertThat(she.desk.send("/patient/visit", "slot", first))
                .hasRedirectedUrl("/patient/visit");
        verify(she.visits)
                .book(
                        Rosalind.REQUEST,
                        Rosalind.ME,
                        Rosalind.CASTELLANE,
                        Instant.parse("2026-11-23T15:30:00Z"));
    }

    @Test
    void choosingNothingOrNonsenseIsAnErrorAtTheTimes() {
        open();
        for (var slot : List.of("", "nonsense", "x|y")) {
            var page = Desk.page(she.desk.send("/patient/visit", "slot", slot), 422, "visit-error");
            assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#slot");
        }
        verify(she.visits, never()).book(any(), any(), any(), any());
    }

    @Test
    void aTimeSomebodyElseTookIsSaidOnTheSamePage() {
        open();
        when(she.visits.book(any(), any(), any(), any()))
                .thenThrow(new Refusal.Overtaken("This time was just taken."));
        var page =
                Desk.page(
                        she.desk.send(
                                "/patient/visit",
                                "slot",
                                Rosalind.CASTELLANE + "|2026-11-23T15:30:00Z",
                                "from",
                                "2026-11-23"),
                        422,
                        "visit-taken");
        assertThat(page.select(".sw-errors").text()).contains("This time was just taken.");
        verify(she.visits).openSlots(Rosalind.REQUEST, TODAY);
    }

    @Test
    void aBookedVisitSaysWhenWithWhomAndAsksWhereSheIs() {
        she.visit(VisitStage.BOOKED, null);
        assertThat(shown("booked").select("main").text())
                .contains(
                        "Tuesday, November 24, 12:00 pm ET",
                        "Dr. Ines Castellane",
                        "You told us that you are in Marion");
    }

    @Test
    void aBookedTimeCanBeGivenBack() {
        she.visit(VisitStage.BOOKED, null);
        assertThat(she.desk.send("/patient/visit/cancellation")).hasRedirectedUrl("/patient/visit");
        verify(she.visits).cancel(any(), eq(Rosalind.ME));
    }

    @Test
    void withoutAVisitThereIsNothingToGiveBack() {
        assertThat(she.desk.send("/patient/visit/cancellation")).hasStatus(404);
    }

    @Test
    void aVisitThatWasHeldOffersNoOtherTime() {
        she.visit(VisitStage.FINISHED, Modality.VIDEO);
        assertThat(shown("held").select("h1").text()).isEqualTo("Your visit took place");
    }

    @Test
    void noFreeTimeIsSaidAsOurFault() {
        assertThat(shown("full").select("main").text())
                .contains("No time is free just now", "That is on us");
    }

    private void open() {
        var slots =
                IntStream.range(0, 4)
                        .boxed()
                        .flatMap(
                                day ->
                                        IntStream.range(0, 8)
                                                .mapToObj(
                                                        half ->
                                                                Instant.parse(
                                                                                "2026-11-23T15:30:00Z")
                                                                        .plusSeconds(
                                                                                86_400L * day
                                                                                        + 1800L
                                                                                                * half)))
                        .flatMap(
                                at ->
                                        Stream.of(
                                                slot(
                                                        Rosalind.CASTELLANE,
                                                        "Dr. Ines Castellane",
                                                        at),
                                                slot(OKAFOR, "Dr. Okafor", at)))
                        .toList();
        when(she.visits.openSlots(Rosalind.REQUEST, TODAY)).thenReturn(slots);
    }

    private static Slot slot(PhysicianId physician, String name, Instant at) {
        return new Slot(physician, name, at, at.atZone(Rosalind.EASTERN));
    }

    private Document shown(String name) {
        return Desk.page(
                she.desk.mvc().get().uri("/patient/visit").exchange(), 200, "visit-" + name);
    }
}
