package health.stillwater.checkins;

import health.stillwater.checkins.Understood.Wish;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.ReviewQueue;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a reply, once, and does what follows from it. */
@Service
class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Replies replies;
    private final TextMessages texts;
    private final Listening listening;
    private final Planning planning;
    private final Enrollment enrollment;
    private final ReviewQueue review;
    private final Clock clock;

    Reading(
            Replies replies,
            TextMessages texts,
            Listening listening,
            Planning planning,
            Enrollment enrollment,
            ReviewQueue review,
            Clock clock) {
        this.replies = replies;
        this.texts = texts;
        this.listening = listening;
        this.planning = planning;
        this.enrollment = enrollment;
        this.review = review;
        this.clock = clock;
    }

    @Transactional
    void read(UUID id) {
        var reply = replies.locked(id).orElseThrow();
        if (reply.isRead()) {
            return;
        }
        if (reply.texted()) {
            readText(reply);
        } else {
            readAnswer(reply);
        }
    }

    private void readText(Reply reply) {
        var understood = listening.understand(reply.words(), reply.optOutType());
        var phone = Objects.requireNonNull(reply.phone());
        var answered =
                texts.findFirstByPhoneAndWordingAndSentAtNotNullOrderBySentAtDesc(
                        phone, Wording.CHECK_IN);
        var patient =
                answered.or(() -> texts.findFirstByPhoneAndSentAtNotNullOrderBySentAtDesc(phone))
                        .map(TextMessage::patient);
        if (patient.isEmpty()) {
            LOG.error(
                    "Reply {} came from a phone we never texted; somebody must read it.",
                    reply.id());
            reply.isFromNobodyWeKnow(understood, clock.instant());
            replies.save(reply);
            return;
        }
        var checkIn = answered.map(TextMessage::id).orElse(null);
        var asksAgain = checkIn == null || !replies.answered(checkIn, "NOT_UNDERSTOOD");
        reply.isUnderstood(patient.get(), checkIn, understood, clock.instant());
        replies.save(reply);
        follow(patient.get(), reply, understood, asksAgain);
    }

    /** What the page says at once, of 911 and 988, it has said; here a person is brought. */
    private void readAnswer(Reply reply) {
        var patient = Objects.requireNonNull(reply.patient());
        var score = Objects.requireNonNull(reply.score());
        var added = !reply.words().equals(score.toString());
        var understood = listening.weigh(score, reply.words());
        reply.isUnderstood(patient, reply.checkIn(), understood, clock.instant());
        replies.save(reply);
        if (understood.alarming()) {
            openFollowUp(patient, FollowUpReason.ALARMING_ANSWER, alarm(score, added), reply);
        } else if (added) {
            openFollowUp(
                    patient,
                    FollowUpReason.ANSWER_NOT_UNDERSTOOD,
                    "The patient answered a check-in with a number, and added words. Read them among the patient's"
                            + " check-ins.",
                    reply);
        }
    }

    private void follow(PatientId patient, Reply reply, Understood understood, boolean asksAgain) {
        if (understood.alarming()) {
            raiseAlarm(patient, reply, understood);
        }
        var wish = understood.wish();
        if (wish != null) {
            grant(patient, wish, reply);
        }
        if (understood.nothing()) {
            openFollowUp(
                    patient,
                    FollowUpReason.ANSWER_NOT_UNDERSTOOD,
                    "The patient answered a check-in in words we did not understand. Read it among the patient's"
                            + " check-ins.",
                    reply);
            if (asksAgain) {
                answer(patient, Wording.NOT_UNDERSTOOD);
            }
        }
    }

    /**
     * Every alarming reply is a cause of its own: one that was looked after long ago must not hide
     * the next.
     */
    private void raiseAlarm(PatientId patient, Reply reply, Understood understood) {
        answer(patient, Wording.EMERGENCY);
        openFollowUp(
                patient, FollowUpReason.ALARMING_ANSWER, alarm(understood.score(), false), reply);
    }

    private void openFollowUp(PatientId patient, FollowUpReason reason, String about, Reply reply) {
        review.openFollowUp(patient, reason, about + " " + reply.reference());
    }

    private static String alarm(@Nullable Integer score, boolean words) {
        var answered =
                score == null
                        ? "The patient's answer to a check-in has words that may mean danger."
                        : "The patient answered "
                                + score
                                + " of 10"
                                + (words ? ", and added words." : ".");
        return answered
                + " Read it among the patient's check-ins and call. The patient was told of 911 and 988.";
    }

    /**
     * Where Twilio heard the wish itself, it has answered it too; a second answer would be one text
     * too many.
     */
    private void grant(PatientId patient, Wish wish, Reply reply) {
        var answered = reply.optOutType() != null;
        switch (wish) {
            case STOP -> {
                texts.patientsAt(Objects.requireNonNull(reply.phone()))
                        .forEach(enrollment::stopTexts);
                if (!answered) {
                    answer(patient, Wording.TEXTS_STOPPED);
                }
            }
            case START -> {
                enrollment.allowTexts(patient);
                if (!answered) {
                    answer(patient, Wording.TEXTS_ALLOWED);
                }
            }
            case HELP -> {
                if (!answered) {
                    answer(patient, Wording.HELP);
                }
            }
        }
    }

    private void answer(PatientId patient, Wording wording) {
        planning.add(TextMessage.answer(patient, wording, clock.instant()));
    }
}
