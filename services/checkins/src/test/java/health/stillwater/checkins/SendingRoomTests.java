package health.stillwater.checkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import health.stillwater.kernel.Actor;
import health.stillwater.review.FollowUpReason;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.test.AssertablePublishedEvents;

class SendingRoomTests extends CheckInsRoom {

    private int before;

    @BeforeEach
    void aTextIsDue() {
        delivered(rosa, Instant.parse("2026-11-23T17:00:00Z"));
        waitUntilNothingIsDue();
        before = twilio.timesAskedToSend();
    }

    private void itsTimeComes() {
        clock.standsAt(Instant.parse("2026-11-24T15:00:00Z"));
    }

    @Test
    void aDeliveredTextIsSettledByASignedReport(AssertablePublishedEvents published) {
        itsTimeComes();
        waitUntilStage("ACCEPTED");
        assertThat(published).contains(CheckInSent.class).matching(CheckInSent::subject, rosa);

        twilio.reports().areBrought();
        waitUntilStage("DELIVERED");

        assertThat(timesAsked()).isEqualTo(1);
    }

    @Test
    void reportsThatComeTwiceOrBackwardsChangeNothing() {
        twilio.reports().repeatsTheNextReports();
        itsTimeComes();
        waitUntilStage("ACCEPTED");
        twilio.reports().areBrought();
        waitUntilStage("DELIVERED");
        waitUntilNothingIsDue();
        assertThat(stage()).isEqualTo("DELIVERED");
        assertThat(
                        count(
                                "select count(*) from checkins.delivery_report r join checkins.text_message t on t.id = r.message_id"
                                        + " where t.patient_id = ?",
                                rosa.value()))
                .isEqualTo(3);
    }

    @Test
    void aTextWhoseReplyBrokeOffIsLookedForAndNotSentAgain() {
        twilio.takesTheNextTextAndBreaksTheReply();
        itsTimeComes();
        waitUntilStage("UNKNOWN");

        clock.passes(Duration.ofMinutes(1));
        waitUntilStage("ACCEPTED");

        assertThat(timesAsked()).isEqualTo(1);
        assertThat(textsTo(rosa)).hasSize(1);
    }

    @Test
    void silenceIsAskedAboutThreeTimesBeforeATextIsSentAgain() {
        twilio.neverAnswersTheNextText(Duration.ofSeconds(3));
        itsTimeComes();
        waitUntilStage("UNKNOWN");
        for (int round = 0; round < 2; round++) {
            clock.passes(Duration.ofMinutes(1));
            waitUntilNothingIsDue();
            assertThat(stage()).isEqualTo("UNKNOWN");
            assertThat(timesAsked()).isEqualTo(1);
        }

        clock.passes(Duration.ofMinutes(1));
        waitUntilNothingIsDue();
        clock.passes(Duration.ofMinutes(1));
        waitUntilStage("ACCEPTED");

        assertThat(timesAsked()).isEqualTo(2);
        assertThat(textsTo(rosa)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void anAnswerThatSaysNothingIsNoReasonToSendAgainAtOnce(int status) {
        twilio.answersTheNextTextWith(status);
        itsTimeComes();
        waitUntilStage("UNKNOWN");
        waitUntilNothingIsDue();

        assertThat(timesAsked()).isEqualTo(1);
    }

    @Test
    void aTextThatTwilioWasTooBusyForLeavesAMinuteLater() {
        twilio.answersTheNextTextWith(429);
        itsTimeComes();
        waitUntil(() -> timesAsked() == 1);
        waitUntilNothingIsDue();
        assertThat(textsTo(rosa)).isEmpty();

        clock.passes(Duration.ofMinutes(1));
        waitUntilStage("ACCEPTED");
        assertThat(textsTo(rosa)).hasSize(1);
    }

    @Test
    void aReportThatWasLostIsAskedFor() {
        twilio.reports().losesTheNextDeliveryReport();
        itsTimeComes();
        waitUntilStage("ACCEPTED");

        clock.passes(Duration.ofMinutes(16));
        waitUntilStage("DELIVERED");
    }

    @Test
    void aPhoneThatIsOffIsTriedAgainAndAtLastAPersonIsTold() {
        for (int attempt = 1; attempt <= 4; attempt++) {
            var sent = attempt;
            twilio.reports().cannotDeliverTheNextText(30003);
            if (attempt == 1) {
                itsTimeComes();
            }
            waitUntil(() -> timesAsked() == sent);
            waitUntilStage("ACCEPTED");
            assertThat(causes).isEmpty();
            twilio.reports().areBrought();
            waitUntilNothingIsDue();
            clock.passes(Duration.ofHours(2L * attempt));
            if (clock.instant().isAfter(Instant.parse("2026-11-25T01:00:00Z"))) {
                clock.standsAt(Instant.parse("2026-11-25T13:00:00Z"));
            }
        }
        waitUntilStage("UNDELIVERED");

        assertThat(causes)
                .singleElement()
                .satisfies(
                        cause -> {
                            assertThat(cause.reason()).isEqualTo(FollowUpReason.UNDELIVERED);
                            assertThat(cause.about()).contains("day 1", "30003");
                        });
    }

    @Test
    void aNumberThatIsNoMoreIsToldToAPersonAtOnce() {
        twilio.reports().cannotDeliverTheNextText(30005);
        itsTimeComes();
        waitUntilStage("ACCEPTED");
        twilio.reports().areBrought();
        waitUntilStage("UNDELIVERED");

        assertThat(causes)
                .singleElement()
                .extracting(Cause::reason)
                .isEqualTo(FollowUpReason.UNDELIVERED);
    }

    @Test
    void twoTextsThatDoNotArriveAreTwoCauses() {
        twilio.refusesTheNextText(21211);
        itsTimeComes();
        waitUntilStage("UNDELIVERED");
        delivered(rosa, Instant.parse("2026-11-24T17:00:00Z"));
        twilio.refusesTheNextText(21211);
        clock.standsAt(Instant.parse("2026-11-25T15:00:00Z"));

        waitUntil(() -> causes.size() == 2);

        assertThat(causes).doesNotHaveDuplicates();
    }

    @Test
    void whoeverTwilioSaysStoppedIsNotTextedAgain() {
        twilio.refusesTheNextText(21610);
        itsTimeComes();
        waitUntilStage("WITHDRAWN");

        verify(enrollment).stopTexts(rosa);
        assertThat(causes).isEmpty();
    }

    private int timesAsked() {
        return twilio.timesAskedToSend() - before;
    }

    private String stage() {
        return Actors.as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc.sql(
                                                        "select stage from checkins.text_message where patient_id = ?"
                                                                + " and day = 1 order by first_due limit 1")
                                                .param(rosa.value())
                                                .query(String.class)
                                                .single()));
    }

    private void waitUntilStage(String stage) {
        waitUntil(() -> stage().equals(stage));
    }
}
