package health.stillwater.enrollment;

import health.stillwater.enrollment.Question.Option;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.County;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.runtime.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first door: a few questions before any account. The answers stay with whoever holds the
 * assessment's id; acting as another visitor, or as nobody, one finds nothing.
 */
@Service
public class Assessments {

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private final AssessmentsKept assessments;
    private final Rulebook rulebook;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Assessments(
            AssessmentsKept assessments,
            Rulebook rulebook,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.assessments = assessments;
        this.rulebook = rulebook;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** Begins one, for whoever asks: from now on the id says who is acting. */
    public AssessmentId begin() {
        var id = AssessmentId.next();
        var visitor = new Actor(Actor.Kind.VISITOR, id.value(), null, "a visitor");
        return Acting.as(
                visitor,
                () ->
                        transaction.execute(
                                _ -> assessments.save(new Assessment(id, clock.instant())).id()));
    }

    /** Every question, in the order asked. */
    public List<Question> questions() {
        return Questions.all();
    }

    @Transactional(readOnly = true)
    public AssessmentView progress(AssessmentId id) {
        var assessment = found(id);
        var answers = assessment.answers();
        return new AssessmentView(
                id,
                answers.byQuestion(),
                inWords(answers),
                next(answers),
                counties(answers),
                assessment.finished());
    }

    /** Keeps one answer, when it is one. */
    @Transactional
    public AnswerOutcome answer(AssessmentId id, String question, Map<String, String> answer) {
        var asked =
                Questions.named(question).orElseThrow(() -> new Refusal.Missing("This question"));
        var assessment = found(id);
        var before = assessment.answers();
        var options = asked.kind() == Question.Kind.COUNTY ? counties(before) : asked.options();
        var checked = AnswerCheck.check(asked, options, answer, today(before));
        if (!checked.errors().isEmpty()) {
            return new AnswerOutcome.Invalid(checked.errors());
        }
        assessment.answer(question, checked.kept(), clock.instant());
        assessments.save(assessment);
        return follows(question, assessment.answers());
    }

    private AnswerOutcome follows(String question, Answers answers) {
        if (question.equals("thoughts") && answers.score("thoughts") > 0) {
            return new AnswerOutcome.Crisis();
        }
        var sofar = judged(answers);
        return switch (sofar) {
            case Outcome.NotInState _ -> new AnswerOutcome.Ended(sofar);
            case Outcome.NotAFit _ when decides(question) -> new AnswerOutcome.Ended(sofar);
            case Outcome.NotAFit _, Outcome.MayQualify _, Outcome.ClinicianMustLook _ ->
                    new AnswerOutcome.Next(next(answers));
        };
    }

    /** Age and reason settle it by themselves; after those we ask nothing we do not need. */
    private static boolean decides(String question) {
        return question.equals("born") || question.equals("reason");
    }

    /** Sends the assessment and says what it may lead to. */
    @Transactional
    public Outcome outcome(AssessmentId id) {
        var assessment = found(id);
        var outcome = judged(assessment.answers());
        var ended =
                switch (outcome) {
                    case Outcome.NotInState _, Outcome.NotAFit _ -> true;
                    case Outcome.MayQualify _, Outcome.ClinicianMustLook _ ->
                            next(assessment.answers()).equals(Questions.CHECK);
                };
        if (!ended) {
            throw new Refusal.Forbidden("There are questions left. Please answer them first.");
        }
        assessment.finish(outcome.getClass().getSimpleName(), clock.instant());
        assessments.save(assessment);
        return outcome;
    }

    /** Keeps the e-mail address and the state, and nothing else the visitor said. */
    public void joinWaitingList(AssessmentId id, String email) {
        var address = email.strip();
        if (!address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new Refusal.Forbidden("Enter an e-mail address, for example name@example.com.");
        }
        var state =
                transaction
                        .execute(_ -> found(id).answers().state())
                        .filter(chosen -> !rulebook.launched(chosen))
                        .orElseThrow(
                                () ->
                                        new Refusal.Forbidden(
                                                "There is no waiting list for this state."));
        Acting.as(
                Actor.system("enrollment.waiting-list"),
                () -> {
                    transaction.executeWithoutResult(_ -> join(address, state));
                    return null;
                });
    }

    private void join(String email, UsState state) {
        var now = clock.instant();
        jdbc.sql(
                        "insert into enrollment.waiting_list (id, email, state, asked_at) values (?, ?, ?, ?)"
                                + " on conflict (email, state) do nothing")
                .params(UUID.randomUUID(), email, state.name(), Timestamp.from(now))
                .update();
        news.publishEvent(new WaitingListJoined(state, now));
    }

    private Outcome judged(Answers answers) {
        var state = answers.state();
        if (state.isPresent() && !rulebook.launched(state.get())) {
            return new Outcome.NotInState(state.get());
        }
        var offered =
                state.flatMap(
                                where ->
                                        FactsOfRequests.indication(answers.one("reason"))
                                                .map(what -> rulebook.offers(where, what)))
                        .orElse(false);
        return AssessmentRule.outcome(new AssessmentRule.Told(answers, today(answers), offered));
    }

    private static String next(Answers answers) {
        return Questions.all().stream()
                .map(Question::key)
                .filter(key -> !answers.has(key))
                .findFirst()
                .orElse(Questions.CHECK);
    }

    private List<Option> counties(Answers answers) {
        return counties(rulebook, answers);
    }

    static List<Option> counties(Rulebook rulebook, Answers answers) {
        return answers.state().filter(rulebook::launched).stream()
                .flatMap(state -> rulebook.counties(state).stream())
                .map(county -> new Option(county.fips(), county.name()))
                .toList();
    }

    private LocalDate today(Answers answers) {
        var zone =
                Optional.of(answers.one("county"))
                        .filter(fips -> !fips.isEmpty())
                        .flatMap(rulebook::county)
                        .map(County::zone)
                        .orElse(EASTERN);
        return clock.instant().atZone(zone).toLocalDate();
    }

    private List<AssessmentView.Answered> inWords(Answers answers) {
        return AnswersInWords.of(answers, counties(answers));
    }

    private Assessment found(AssessmentId id) {
        return assessments.findById(id).orElseThrow(() -> new Refusal.Missing("This assessment"));
    }
}
