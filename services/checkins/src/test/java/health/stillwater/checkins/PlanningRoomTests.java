package health.stillwater.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.enrollment.Contact;
import health.stillwater.kernel.RequestId;
import health.stillwater.pharmacy.OrderDelivered;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

class PlanningRoomTests extends CheckInsRoom {

    @Test
    void aDeliveryIsFollowedBySixTextsAtTenOnThePatientsOwnClock(
            AssertablePublishedEvents published) {
        var friday = Instant.parse("2026-10-30T15:00:00Z");
        var inPensacola = livesIn(PENSACOLA);

        delivered(rosa, friday);
        delivered(inPensacola, friday);

        // The clocks go back on 1 November: ten o'clock is an hour later from then on.
        assertThat(plannedFor(rosa))
                .containsExactly(
                        instants(
                                "2026-10-31T14:00:00Z",
                                "2026-11-02T15:00:00Z",
                                "2026-11-06T15:00:00Z",
                                "2026-11-13T15:00:00Z",
                                "2026-11-20T15:00:00Z",
                                "2026-11-27T15:00:00Z"));
        assertThat(plannedFor(inPensacola))
                .containsExactly(
                        instants(
                                "2026-10-31T15:00:00Z",
                                "2026-11-02T16:00:00Z",
                                "2026-11-06T16:00:00Z",
                                "2026-11-13T16:00:00Z",
                                "2026-11-20T16:00:00Z",
                                "2026-11-27T16:00:00Z"));
        assertThat(published)
                .contains(CheckInsPlanned.class)
                .matching(CheckInsPlanned::subject, rosa);
    }

    @Test
    void aDeliveryLateInTheEveningCountsForThatDayWhereThePatientIs() {
        delivered(rosa, Instant.parse("2026-11-25T04:30:00Z"));

        assertThat(plannedFor(rosa).getFirst()).isEqualTo(Instant.parse("2026-11-25T15:00:00Z"));
    }

    @Test
    void newsThatComesTwiceMakesOnePlanAndANewDeliveryCountsAnew() {
        var at = Instant.parse("2026-11-20T17:00:00Z");
        var order = delivered(rosa, at);
        happens(new OrderDelivered(order, RequestId.next(), rosa, at));
        waitUntilAllNewsIsHeard();
        assertThat(plannedFor(rosa)).hasSize(6);

        delivered(rosa, Instant.parse("2026-11-20T18:00:00Z"));

        assertThat(plannedFor(rosa)).hasSize(6);
        assertThat(
                        count(
                                "select count(*) from checkins.text_message where patient_id = ? and stage = 'WITHDRAWN'",
                                rosa.value()))
                .isEqualTo(6);
    }

    @Test
    void aTextLeavesAtItsTimeAndSaysNothingAboutHealth() {
        delivered(rosa, Instant.parse("2026-11-23T17:00:00Z"));
        clock.standsAt(Instant.parse("2026-11-24T14:59:59Z"));
        waitUntilNothingIsDue();
        assertThat(textsTo(rosa)).isEmpty();

        clock.passes(Duration.ofSeconds(1));
        waitUntil(() -> textsTo(rosa).size() == 1);

        assertThat(wordsTo(rosa).getFirst().toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "ketamine",
                        "drug",
                        "dose",
                        "medic",
                        "prescri",
                        "pharmacy",
                        "depress",
                        "anxi",
                        "pain",
                        "treatment",
                        "rosa");
    }

    @Test
    void aTextThatIsLateDoesNotRingInTheNight() {
        var inPensacola = livesIn(PENSACOLA);
        delivered(rosa, Instant.parse("2026-11-23T17:00:00Z"));
        delivered(inPensacola, Instant.parse("2026-11-23T17:00:00Z"));

        // Half past eight in Miami, half past seven in Pensacola.
        clock.standsAt(Instant.parse("2026-11-25T01:30:00Z"));
        waitUntil(() -> textsTo(inPensacola).size() == 1);
        waitUntilNothingIsDue();
        assertThat(textsTo(rosa)).isEmpty();

        clock.standsAt(Instant.parse("2026-11-25T13:00:00Z"));
        waitUntil(() -> textsTo(rosa).size() == 1);
    }

    @Test
    void aTextThatCouldNotLeaveForADayIsLeftOut() {
        delivered(rosa, Instant.parse("2026-11-23T17:00:00Z"));

        clock.standsAt(Instant.parse("2026-11-25T15:00:01Z"));
        waitUntil(() -> plannedFor(rosa).size() == 5);
        waitUntilNothingIsDue();

        assertThat(textsTo(rosa)).isEmpty();
    }

    @Test
    void whoeverWantsNoTextsWhenTheTimeComesGetsNone() {
        delivered(rosa, Instant.parse("2026-11-23T17:00:00Z"));
        contacts.put(rosa, new Contact(phone, MIAMI, false));

        clock.standsAt(Instant.parse("2026-11-24T15:00:00Z"));
        waitUntil(() -> plannedFor(rosa).size() == 5);
        waitUntilNothingIsDue();

        assertThat(textsTo(rosa)).isEmpty();
    }

    @Test
    void thePatientSeesWhenTheNextTextComes() {
        delivered(rosa, Instant.parse("2026-11-23T17:00:00Z"));

        var view = as(Actors.patient(rosa), () -> checkIns.of(rosa));

        assertThat(view.next()).isEqualTo(Instant.parse("2026-11-24T15:00:00Z"));
        assertThat(view.zone()).isEqualTo(MIAMI);
        assertThat(view.points()).isEmpty();
        asked();
        assertThat(as(Actors.patient(rosa), () -> checkIns.trend(rosa)))
                .containsExactly(new CheckInPoint(1, LocalDate.parse("2026-11-24"), null));
    }

    private static Instant[] instants(String... texts) {
        return List.of(texts).stream().map(Instant::parse).toArray(Instant[]::new);
    }
}
