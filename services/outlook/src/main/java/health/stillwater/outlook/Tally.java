package health.stillwater.outlook;

import health.stillwater.outlook.TallyView.Stage;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import tools.jackson.databind.json.JsonMapper;

/** One count of everybody in care, for an instant to come. */
@Entity
@Table(schema = "outlook", name = "tally")
class Tally extends AbstractAggregateRoot<Tally> {

    /** How long a count is shown, also one that failed, before the question is counted anew. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final JsonMapper JSON = JsonMapper.shared();

    @Id private UUID id;

    private Instant at;

    private LocalDate day;

    private String supposition;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private int people;

    private int done;

    private @Nullable String counts;

    private Instant askedAt;

    private @Nullable Instant finishedAt;

    @Version private @Nullable Integer version; // null until it is saved

    @SuppressWarnings("NullAway.Init")
    protected Tally() {} // for Hibernate

    /**
     * @param at the instant that is judged
     * @param people how many there are to judge
     */
    Tally(LookAhead question, Instant at, int people, Instant now) {
        this.id = UUID.randomUUID();
        this.at = at;
        this.day = question.on();
        this.supposition = question.supposition().code();
        this.stage = Stage.COUNTING;
        this.people = people;
        this.askedAt = now;
        registerEvent(new TallyAsked(day, supposition, now));
    }

    boolean isGoodAt(Instant now) {
        return now.isBefore(askedAt.plus(GOOD_FOR));
    }

    boolean isCounting() {
        return stage == Stage.COUNTING;
    }

    /** So many of them are judged. There may be more than when it began. */
    void advances(int judged) {
        done = judged;
        people = Math.max(people, judged);
    }

    void finishes(Counts found, Instant now) {
        become(Stage.DONE, now);
        people = found.people();
        done = found.people();
        counts = JSON.writeValueAsString(found);
    }

    void fails(Instant now) {
        become(Stage.FAILED, now);
    }

    private void become(Stage next, Instant now) {
        if (!stage.mayBecome(next)) {
            throw new IllegalStateException("tally " + id + " is over: " + stage);
        }
        stage = next;
        finishedAt = now;
    }

    TallyView view() {
        return new TallyView(
                question(),
                at,
                stage,
                people,
                done,
                askedAt,
                counts == null ? null : JSON.readValue(counts, Counts.class));
    }

    LookAhead question() {
        return new LookAhead(day, Supposition.of(supposition));
    }

    UUID id() {
        return id;
    }

    Instant at() {
        return at;
    }
}
