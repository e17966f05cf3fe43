package health.stillwater.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.EnrollmentStage;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.test.AssertablePublishedEvents;

class BookingRoomTests extends VisitsRoom {

    static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    static final Instant SOON = Instant.parse("2026-11-24T17:15:00Z");
    static final Instant HALF_PAST = Instant.parse("2026-11-24T17:30:00Z");
    static final Instant NEXT_MORNING = Instant.parse("2026-11-25T14:00:00Z");

    @Test
    void aTimeIsBookedAndIsNobodyElsesAfterwards(AssertablePublishedEvents published) {
        var other = enrolled(MIAMI);

        var visit = book(rosa, NEXT_MORNING);

        assertThat(as(rosa, () -> visits.of(rosa.id())))
                .hasValueSatisfying(
                        view -> {
                            assertThat(view.id()).isEqualTo(visit);
                            assertThat(view.startsAt()).isEqualTo(NEXT_MORNING);
                            assertThat(view.counts()).isFalse();
                        });
        assertThat(published).contains(VisitBooked.class).matching(VisitBooked::visit, visit);
        assertThat(open(other, TODAY)).doesNotContain(NEXT_MORNING);
        assertThat(tries(other, NEXT_MORNING)).isEqualTo("taken");
        assertThat(count(Actors.patient(other.id()), "select count(*) from visits.visit")).isZero();
    }

    @Test
    void ofTwoWhoWantTheSameTimeOneGetsItFiftyTimes() throws Exception {
        for (int day = 0; day < 50; day++) {
            clock.standsAt(Instant.parse("2027-01-04T17:00:00Z").plus(Duration.ofDays(day)));
            var time = clock.instant().plus(Duration.ofMinutes(15));
            assertThat(atOnce(time, time)).containsExactlyInAnyOrder("booked", "taken");
        }
    }

    @Test
    void ofTwoTimesThatOverlapOneIsBookedFiftyTimes() throws Exception {
        var monday = Instant.parse("2027-03-01T17:00:00Z");
        for (int week = 0; week < 50; week++) {
            clock.standsAt(monday.plus(Duration.ofDays(7L * week)));
            var soon = clock.instant().plus(Duration.ofMinutes(15));
            assertThat(atOnce(soon, soon.plus(Duration.ofMinutes(15))))
                    .containsExactlyInAnyOrder("booked", "taken");
        }
    }

    private List<String> atOnce(Instant oneTime, Instant otherTime) throws Exception {
        var one = enrolled(MIAMI);
        var other = enrolled(MIAMI);
        var start = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Callable<String> first =
                    () -> {
                        start.await();
                        return tries(one, oneTime);
                    };
            Callable<String> second =
                    () -> {
                        start.await();
                        return tries(other, otherTime);
                    };
            var outcomes = pool.invokeAll(List.of(first, second));
            return List.of(outcomes.getFirst().get(), outcomes.getLast().get());
        }
    }

    @Test
    void bookingAgainGivesTheEarlierTimeBack() {
        book(rosa, NEXT_MORNING);

        var later = book(rosa, NEXT_MORNING.plus(Duration.ofHours(1)));

        assertThat(as(rosa, () -> visits.of(rosa.id())).orElseThrow().id()).isEqualTo(later);
        assertThat(tries(enrolled(MIAMI), NEXT_MORNING)).isEqualTo("booked");
    }

    @Test
    void aCanceledTimeIsFreeAndOnlyItsPatientCancelsIt() {
        var visit = book(rosa, NEXT_MORNING);
        var other = enrolled(MIAMI);

        assertThatThrownBy(
                        () ->
                                as(
                                        other,
                                        () -> {
                                            visits.cancel(visit, other.id());
                                            return true;
                                        }))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(
                        () ->
                                as(
                                        other,
                                        () -> {
                                            visits.cancel(visit, rosa.id());
                                            return true;
                                        }))
                .isInstanceOf(Refusal.Missing.class);
        as(
                rosa,
                () -> {
                    visits.cancel(visit, rosa.id());
                    return true;
                });

        assertThat(tries(other, NEXT_MORNING)).isEqualTo("booked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T16:30:00Z", // over
                "2026-11-25T13:30:00Z", // half past eight in Miami
                "2026-11-25T22:00:00Z", // five o'clock in Miami
                "2026-11-25T14:10:00Z", // between two times
                "2026-11-28T15:00:00Z", // a Saturday
            })
    void aTimeThatIsNotOfferedIsNotBooked(String time) {
        assertThat(tries(rosa, Instant.parse(time))).isEqualTo("taken");
    }

    @Test
    void aPhysicianWithoutTheLicenseIsNotOffered() {
        when(licensing.physiciansFor(UsState.FL)).thenReturn(List.of());

        assertThat(open(rosa, TODAY)).isEmpty();
        assertThat(tries(rosa, NEXT_MORNING)).isEqualTo("taken");
    }

    @Test
    void nobodyBooksBeforeTheGateLetThemInNorForAnotherRequest() {
        var early = somebody(MIAMI, EnrollmentStage.STOPPED);

        assertThatThrownBy(() -> book(early, NEXT_MORNING)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(
                        () ->
                                as(
                                        rosa,
                                        () ->
                                                visits.book(
                                                        RequestId.next(),
                                                        rosa.id(),
                                                        reyes,
                                                        NEXT_MORNING)))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(
                        () ->
                                as(
                                        rosa,
                                        () ->
                                                visits.book(
                                                        rosa.request(),
                                                        rosa.id(),
                                                        PhysicianId.next(),
                                                        NEXT_MORNING)))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void thereIsATimeInTheNextQuarterOfAnHourAlsoRightBeforeMidnight() {
        assertThat(open(rosa, TODAY)).startsWith(SOON, HALF_PAST);
        clock.standsAt(Instant.parse("2026-11-25T04:50:00Z"));
        var midnight = Instant.parse("2026-11-25T05:00:00Z");

        assertThat(open(rosa, TODAY)).startsWith(midnight);
        assertThat(tries(rosa, midnight)).isEqualTo("booked");
    }

    @Test
    void aTimeLaterThanTwoWeeksIsFoundFromItsOwnDay() {
        assertThat(open(rosa, LocalDate.parse("2026-12-14")))
                .startsWith(Instant.parse("2026-12-14T14:00:00Z"));
        assertThat(tries(rosa, Instant.parse("2026-12-14T14:00:00Z"))).isEqualTo("booked");
    }

    @Test
    void theTimeOfAPageThatIsSomeMinutesOldIsStillBooked() {
        clock.passes(Duration.ofMinutes(16));

        assertThat(tries(rosa, SOON)).isEqualTo("booked");
    }

    @Test
    void whenTheClocksChangeTimesStayAtNineWhereThePatientLives() {
        clock.standsAt(Instant.parse("2026-10-30T12:00:00Z"));
        var friday = LocalDate.parse("2026-10-30");
        var inPensacola = enrolled(PENSACOLA);

        assertThat(open(rosa, friday))
                .contains(
                        Instant.parse("2026-10-30T13:00:00Z"),
                        Instant.parse("2026-11-02T14:00:00Z"))
                .doesNotContain(Instant.parse("2026-11-02T13:00:00Z"));
        assertThat(open(inPensacola, friday))
                .contains(
                        Instant.parse("2026-10-30T14:00:00Z"),
                        Instant.parse("2026-11-02T15:00:00Z"))
                .doesNotContain(
                        Instant.parse("2026-10-30T13:00:00Z"),
                        Instant.parse("2026-11-02T14:00:00Z"));
        assertThat(tries(inPensacola, Instant.parse("2026-11-02T15:00:00Z"))).isEqualTo("booked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-01T05:50:00Z", // ten to two in Miami, the first time
                "2026-11-01T06:50:00Z", // ten to two in Miami again; in Pensacola the first time
                "2026-11-01T07:50:00Z", // ten to two in Pensacola again
                "2027-03-14T06:50:00Z", // ten to two in Miami, before three
                "2027-03-14T07:50:00Z", // ten to two in Pensacola, before three
            })
    void onTheNightTheClocksChangeTheNextQuarterIsTenMinutesAway(String now) {
        clock.standsAt(Instant.parse(now));
        var soon = clock.instant().plus(Duration.ofMinutes(10));

        for (var zone : List.of(MIAMI, PENSACOLA)) {
            var person = enrolled(zone);
            assertThat(open(person, clock.instant().atZone(zone).toLocalDate())).startsWith(soon);
        }
        assertThat(tries(enrolled(PENSACOLA), soon)).isEqualTo("booked");
        assertThat(tries(enrolled(MIAMI), soon)).isEqualTo("taken");
    }
}
