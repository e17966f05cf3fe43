package health.stillwater.checkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.review.FollowUpReason;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** Check-ins answered on the website, by those who use the program without texts. */
class WebsiteRoomTests extends CheckInsRoom {

    @BeforeEach
    void aParcelCameAndTextsAreNotWanted() {
        delivered(rosa, Instant.parse("2026-11-23T17:00:00Z"));
        enrollment.stopTexts(rosa);
        clock.standsAt(Instant.parse("2026-11-24T15:00:00Z")); // ten in the morning of day one
        waitUntilNothingIsDue();
    }

    @Test
    void whoWantsNoTextsIsAskedOnTheWebsite() {
        assertThat(textsTo(rosa)).isEmpty();
        assertThat(open())
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(
                        new OpenCheckIn(open().id(), 1, LocalDate.of(2026, 11, 24), null, false));

        answers(UUID.randomUUID(), 7, "");

        assertThat(open())
                .extracting(OpenCheckIn::score, OpenCheckIn::urgent)
                .containsExactly(7, false);
        assertThat(as(Actors.patient(rosa), () -> checkIns.trend(rosa)))
                .containsExactly(new CheckInPoint(1, LocalDate.of(2026, 11, 24), 7));
        assertThat(causes).isEmpty();
    }

    @Test
    void aCheckInOpensOnItsHourAndClosesWhenTheNextComesOrAfterAWeek() {
        clock.standsAt(Instant.parse("2026-11-24T14:59:59Z"));
        assertThat(shown().open()).isNull();
        clock.standsAt(Instant.parse("2026-11-26T14:59:59Z"));
        assertThat(open().day()).isEqualTo(1);
        var first = open().id();
        clock.standsAt(Instant.parse("2026-11-26T15:00:00Z"));
        assertThat(open().day()).isEqualTo(3);
        assertThatThrownBy(() -> answersTo(first, UUID.randomUUID(), 5, ""))
                .isInstanceOf(Refusal.Overtaken.class);
        clock.standsAt(Instant.parse("2026-12-28T14:59:59Z"));
        assertThat(open().day()).isEqualTo(28);
        clock.standsAt(Instant.parse("2026-12-28T15:00:00Z"));
        assertThat(shown().open()).isNull();
    }

    @Test
    void anAlarmingNumberShowsHelpAtOnceAndBringsAPhysician(AssertablePublishedEvents published) {
        answers(UUID.randomUUID(), 2, "");

        assertThat(open().urgent()).isTrue();
        waitUntilAllIsRead();
        assertThat(causes)
                .singleElement()
                .extracting(Cause::reason)
                .isEqualTo(FollowUpReason.ALARMING_ANSWER);
        assertThat(published).contains(AlarmRaised.class).matching(AlarmRaised::subject, rosa);
        assertThat(textsTo(rosa)).isEmpty();
    }

    @Test
    void dangerInWordsWeighsMoreThanAGoodNumber() {
        answers(UUID.randomUUID(), 9, "but I have chest pain");

        assertThat(open().urgent()).isTrue();
        waitUntilAllIsRead();
        assertThat(causes)
                .singleElement()
                .satisfies(
                        cause -> {
                            assertThat(cause.reason()).isEqualTo(FollowUpReason.ALARMING_ANSWER);
                            assertThat(cause.about())
                                    .contains("9 of 10, and added words")
                                    .doesNotContain("chest");
                        });
    }

    @Test
    void wordsThatNoComputerCanWeighAreReadByAPerson() {
        answers(UUID.randomUUID(), 6, "My hands feel odd since yesterday.");
        waitUntilAllIsRead();

        assertThat(open().urgent()).isFalse();
        assertThat(causes)
                .singleElement()
                .extracting(Cause::reason)
                .isEqualTo(FollowUpReason.ANSWER_NOT_UNDERSTOOD);
    }

    @Test
    void theSameFormSentTwiceIsOneAnswerAndAnotherCountsInItsPlace(
            AssertablePublishedEvents published) {
        var form = UUID.randomUUID();
        answers(form, 2, "");
        answers(form, 2, "");
        waitUntilAllIsRead();
        assertThat(causes).hasSize(1);

        clock.passes(Duration.ofMinutes(5));
        answers(UUID.randomUUID(), 6, "");
        waitUntilAllIsRead();

        assertThat(open())
                .extracting(OpenCheckIn::score, OpenCheckIn::urgent)
                .containsExactly(6, false);
        assertThat(
                        published
                                .ofType(ReplyReceived.class)
                                .matching(news -> news.subject().equals(rosa)))
                .hasSize(2);
    }

    @Test
    void nobodyAnswersForAnother() {
        var other = PatientId.next();
        var checkIn = open().id();

        assertThatThrownBy(
                        () ->
                                as(
                                        Actors.patient(other),
                                        () -> {
                                            checkIns.answer(
                                                    UUID.randomUUID(), other, checkIn, 5, "");
                                            return null;
                                        }))
                .isInstanceOf(Refusal.Missing.class);
        for (var whose : new PatientId[] {rosa, other}) {
            assertThatThrownBy(() -> as(Actors.patient(other), () -> writes(whose, checkIn)))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("row-level security");
        }
        assertThat(as(Actors.patient(rosa), () -> writes(rosa, checkIn))).isEqualTo(1);
    }

    /** As the application's role may, past all code; taken back. */
    private int writes(PatientId whose, UUID checkIn) {
        return transaction.execute(
                attempt -> {
                    attempt.setRollbackOnly();
                    return jdbc.sql(
                                    "insert into checkins.reply (id, patient_id, check_in_id, score, words, received_at,"
                                            + " read_at, alarming, version)"
                                            + " values (?, ?, ?, 5, '5', now(), null, false, 0)")
                            .param(UUID.randomUUID())
                            .param(whose.value())
                            .param(checkIn)
                            .update();
                });
    }

    private CheckInsView shown() {
        return as(Actors.patient(rosa), () -> checkIns.of(rosa));
    }

    private OpenCheckIn open() {
        return Objects.requireNonNull(shown().open());
    }

    private void answers(UUID form, int score, String words) {
        answersTo(open().id(), form, score, words);
    }

    private void answersTo(UUID checkIn, UUID form, int score, String words) {
        as(
                Actors.patient(rosa),
                () -> {
                    checkIns.answer(form, rosa, checkIn, score, words);
                    return null;
                });
    }
}
