package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One visitor's answers, from the first page to the outcome; a patient may take them over. */
@Entity
@Table(schema = "enrollment", name = "assessment")
class Assessment extends AbstractAggregateRoot<Assessment> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AssessmentId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private @Nullable PatientId patient;

    @Convert(converter = StoredAnswers.class)
    private Answers answers = Answers.NONE;

    private Instant begunAt;

    private @Nullable Instant finishedAt;

    private @Nullable String outcome;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Assessment() {} // for Hibernate

    Assessment(AssessmentId id, Instant now) {
        this.id = id;
        this.begunAt = now;
        registerEvent(new AssessmentBegun(id, now));
    }

    void answer(String question, Map<String, String> fields, Instant now) {
        if (finishedAt != null) {
            throw new Refusal.Forbidden(
                    "You have already sent this assessment. You can start a new one, free.");
        }
        if (question.equals("state") && !fields.equals(answers.byQuestion().get("state"))) {
            answers = answers.without("county"); // another state has other counties
        }
        answers = answers.with(question, fields);
        registerEvent(new QuestionAnswered(id, question, now));
    }

    /** Sends it. Sending again changes nothing. */
    void finish(String kind, Instant now) {
        if (finishedAt == null) {
            finishedAt = now;
            outcome = kind;
            registerEvent(new AssessmentFinished(id, kind, now));
        }
    }

    /** The PHQ-2 of these answers; empty unless both of its questions were answered and sent. */
    Optional<MoodScore> mood() {
        return finishedAt()
                .filter(_ -> answers.has("interest") && answers.has("mood"))
                .map(at -> new MoodScore(at, answers.score("interest") + answers.score("mood")));
    }

    void takenOverBy(PatientId taker) {
        if (patient != null && !patient.equals(taker)) {
            throw new Refusal.Missing("This assessment");
        }
        patient = taker;
    }

    AssessmentId id() {
        return id;
    }

    Answers answers() {
        return answers;
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    boolean finished() {
        return finishedAt != null;
    }

    /** What a physician must hear of at once, when it is a patient of theirs who answered so. */
    Optional<NewAnswersWorry.Worry> worry() {
        if (answers.has("thoughts") && answers.score("thoughts") > 0) {
            return Optional.of(NewAnswersWorry.Worry.SELF_HARM);
        }
        return opensTheWay() ? Optional.empty() : Optional.of(NewAnswersWorry.Worry.NOT_A_FIT);
    }

    /**
     * Whether a patient with these answers may go on to a physician; never whether they will be
     * treated.
     */
    boolean opensTheWay() {
        return Outcome.MayQualify.class.getSimpleName().equals(outcome)
                || Outcome.ClinicianMustLook.class.getSimpleName().equals(outcome);
    }
}
