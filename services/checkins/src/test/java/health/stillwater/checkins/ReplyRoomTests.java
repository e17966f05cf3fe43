package health.stillwater.checkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import health.stillwater.checkins.CheckInsView.Direction;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Seen;
import health.stillwater.review.FollowUpReason;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

class ReplyRoomTests extends CheckInsRoom {

    @BeforeEach
    void whoHasBeenAsked() {
        asked();
    }

    @Test
    void aNumberIsAnAnswerAndTheLastOneCounts(AssertablePublishedEvents published) {
        writes("4");
        clock.passes(Duration.ofMinutes(1));
        writes("seven out of ten");

        assertThat(as(Actors.patient(rosa), () -> checkIns.trend(rosa)))
                .extracting(CheckInPoint::value)
                .containsExactly(7);
        assertThat(as(Actors.patient(rosa), () -> checkIns.of(rosa)).messages())
                .extracting(CheckInsView.Message::direction)
                .containsExactly(
                        Direction.TO_PATIENT, Direction.FROM_PATIENT, Direction.FROM_PATIENT);
        assertThat(published)
                .contains(CheckInAnswered.class)
                .matching(CheckInAnswered::subject, rosa);
        assertThat(causes).isEmpty();
        assertThat(textsTo(rosa)).hasSize(1);
    }

    @Test
    void aReplySignedForAnotherAddressIsRefusedAndNotKept() {
        var sid = "SM" + UUID.randomUUID();

        for (var address :
                List.of(
                        "https://stillwater.example/webhooks/twilio/status",
                        "http://stillwater.example/webhooks/twilio/inbound",
                        "https://elsewhere.example/webhooks/twilio/inbound",
                        INBOUND + "?x=1")) {
            assertThat(twilio.receives(phone, "1", sid, address)).as(address).isEqualTo(403);
        }

        assertThat(kept(sid)).isZero();
        assertThat(twilio.receives(phone, "5", sid, INBOUND.toString())).isEqualTo(200);
        assertThat(kept(sid)).isEqualTo(1);
    }

    @Test
    void aReplyThatComesAgainHasNoEffect(AssertablePublishedEvents published) {
        var sid = "SM" + UUID.randomUUID();

        for (int time = 0; time < 3; time++) {
            assertThat(twilio.receives(phone, "1", sid, INBOUND.toString())).isEqualTo(200);
            waitUntilAllIsRead();
        }
        waitUntil(() -> textsTo(rosa).size() == 2);
        waitUntilNothingIsDue();

        assertThat(kept(sid)).isEqualTo(1);
        assertThat(causes).hasSize(1);
        assertThat(textsTo(rosa)).hasSize(2);
        assertThat(
                        published
                                .ofType(AlarmRaised.class)
                                .matching(news -> news.subject().equals(rosa)))
                .hasSize(1);
    }

    @Test
    void anAlarmingReplyIsAnsweredAtOnceAndOpensAFollowUp(AssertablePublishedEvents published) {
        clock.standsAt(Instant.parse("2026-11-25T07:00:00Z")); // two at night in Miami

        writes("I have chest pain");
        waitUntil(() -> textsTo(rosa).size() == 2);

        assertThat(wordsTo(rosa).getLast()).contains("911", "988");
        assertThat(causes)
                .singleElement()
                .satisfies(
                        cause -> {
                            assertThat(cause.reason()).isEqualTo(FollowUpReason.ALARMING_ANSWER);
                            assertThat(cause.about()).doesNotContain("chest");
                        });
        assertThat(published).contains(AlarmRaised.class).matching(AlarmRaised::subject, rosa);
    }

    @Test
    void everyAlarmingReplyIsACauseOfItsOwn() {
        writes("1");
        writes("1");
        writes("I passed out");
        writes("I passed out");

        assertThat(causes)
                .hasSize(4)
                .doesNotHaveDuplicates()
                .extracting(Cause::reason)
                .containsOnly(FollowUpReason.ALARMING_ANSWER);
    }

    @Test
    void aReplyNobodyUnderstandsIsReadByAPersonAndAskedAboutOnce() {
        writes("better than last week");
        waitUntil(() -> textsTo(rosa).size() == 2);
        writes("the same as yesterday");
        waitUntilNothingIsDue();

        assertThat(wordsTo(rosa).getLast()).contains("did not understand");
        assertThat(textsTo(rosa)).hasSize(2);
        assertThat(causes)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .extracting(Cause::reason)
                .containsOnly(FollowUpReason.ANSWER_NOT_UNDERSTOOD);
    }

    @Test
    void stopEndsTheTextsAndStartLetsThemComeAgain() {
        writes("STOP");
        verify(enrollment).stopTexts(rosa);
        clock.standsAt(Instant.parse("2026-11-26T15:00:00Z"));
        waitUntil(() -> plannedFor(rosa).size() == 4);
        waitUntilNothingIsDue();
        assertThat(textsTo(rosa)).hasSize(1);

        writes("START");
        verify(enrollment).allowTexts(rosa);
        clock.standsAt(Instant.parse("2026-11-30T15:00:00Z"));
        waitUntil(() -> textsTo(rosa).size() == 2);
        assertThat(causes).isEmpty();
    }

    @Test
    void helpIsAnsweredByTwilioAndChangesNothing() {
        writes("HELP");
        waitUntilNothingIsDue();

        verify(enrollment, never()).stopTexts(any());
        assertThat(textsTo(rosa)).hasSize(1);
        assertThat(causes).isEmpty();
    }

    @Test
    void aWishInOtherWordsIsGrantedAndAnsweredByUs() {
        writes("please stop texting me");
        waitUntil(() -> textsTo(rosa).size() == 2);

        verify(enrollment).stopTexts(rosa);
        assertThat(wordsTo(rosa).getLast()).contains("no more texts", "START");
    }

    @Test
    void dangerIsHeardBehindAWishToStop() {
        writes("stop texting me i want to die");
        waitUntil(() -> textsTo(rosa).size() == 3);

        verify(enrollment).stopTexts(rosa);
        assertThat(causes)
                .singleElement()
                .extracting(Cause::reason)
                .isEqualTo(FollowUpReason.ALARMING_ANSWER);
        assertThat(wordsTo(rosa)).anyMatch(words -> words.contains("988"));
    }

    @Test
    void aReplyFromAPhoneWeNeverTextedIsKeptAndMovesNobody() {
        assertThat(twilio.receives("+18135559999", "1")).isEqualTo(200);
        waitUntilAllIsRead();

        assertThat(
                        count(
                                "select count(*) from checkins.reply where phone = '+18135559999' and patient_id is null and alarming"))
                .isEqualTo(1);
        assertThat(causes).isEmpty();
    }

    @Test
    void onlyThePatientAndPhysiciansReadWhatWasWritten(AssertablePublishedEvents published) {
        writes("6");
        var reyes = Actors.physician(PhysicianId.next());

        assertThat(as(reyes, () -> checkIns.trend(rosa))).hasSize(1);
        assertThat(published).contains(Seen.class).matching(Seen::subject, rosa);
        for (var table : List.of("checkins.plan", "checkins.text_message", "checkins.reply")) {
            var sql = "select count(*) from " + table;
            long own = as(Actors.patient(rosa), () -> counted(sql));
            assertThat(own).as(table).isPositive();
            for (var other :
                    List.of(
                            Actors.patient(PatientId.next()),
                            Actors.pharmacist(PharmacyId.next()),
                            Actors.staff(Actor.Kind.BILLING),
                            Actor.NOBODY)) {
                long seen = as(other, () -> counted(sql));
                assertThat(seen).as(other.kind() + " in " + table).isZero();
            }
        }
    }

    private long kept(String sid) {
        return count("select count(*) from checkins.reply where sid = ?", sid);
    }
}
