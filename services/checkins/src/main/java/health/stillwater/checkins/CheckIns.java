package health.stillwater.checkins;

import health.stillwater.checkins.CheckInsView.Direction;
import health.stillwater.checkins.CheckInsView.Message;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.runtime.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the check-ins. */
@Service
public class CheckIns {

    private final Plans plans;
    private final TextMessages texts;
    private final Replies replies;
    private final Postbox postbox;
    private final Listening listening;
    private final Enrollment enrollment;
    private final CheckInSettings settings;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    CheckIns(
            Plans plans,
            TextMessages texts,
            Replies replies,
            Postbox postbox,
            Listening listening,
            Enrollment enrollment,
            CheckInSettings settings,
            ApplicationEventPublisher news,
            Clock clock) {
        this.plans = plans;
        this.texts = texts;
        this.replies = replies;
        this.postbox = postbox;
        this.listening = listening;
        this.enrollment = enrollment;
        this.settings = settings;
        this.news = news;
        this.clock = clock;
    }

    /** Messages, answers and what comes next. */
    @Transactional
    public CheckInsView of(PatientId patient) {
        seen(patient);
        var written = texts.findByPatientOrderByDueAt(patient);
        var received = replies.findByPatientOrderByReceivedAt(patient);
        var plan = latestPlan(patient);
        var zone = plan.map(Plan::zone).orElseGet(() -> enrollment.contactOf(patient).zone());
        return new CheckInsView(
                zone,
                plan.flatMap(latest -> open(latest, written, received)).orElse(null),
                next(written),
                messages(written, received),
                points(patient, written, received));
    }

    /**
     * How the patient has been, check-in by check-in, since the last delivery; one without an
     * answer is a gap.
     */
    @Transactional
    public List<CheckInPoint> trend(PatientId patient) {
        seen(patient);
        return points(
                patient,
                texts.findByPatientOrderByDueAt(patient),
                replies.findByPatientOrderByReceivedAt(patient));
    }

    /**
     * Takes what the patient answers on the website. Sent again, the same form has no further
     * effect.
     *
     * @param form names this one sending of the form
     * @param checkIn the one that was open when the form was shown
     * @throws Refusal.Missing when it is not this patient's
     * @throws Refusal.Overtaken when it is not open any more
     */
    @Transactional
    public void answer(UUID form, PatientId patient, UUID checkIn, int score, String words) {
        var asked =
                texts.findById(checkIn)
                        .filter(text -> text.patient().equals(patient))
                        .orElseThrow(() -> new Refusal.Missing("This check-in"));
        var written = texts.findByPatientOrderByDueAt(patient);
        var open = latestPlan(patient).flatMap(plan -> openText(plan, written));
        if (open.filter(text -> text.id().equals(asked.id())).isEmpty()) {
            throw new Refusal.Overtaken(
                    "This check-in is over. Your page shows the one to answer now, if there is one.");
        }
        if (postbox.keepAnswer(form, patient, checkIn, score, words)) {
            news.publishEvent(new ReplyReceived(form, patient, clock.instant()));
        }
    }

    /** The last one whose time has come, sent or not: who stopped texts is asked on the website. */
    private Optional<TextMessage> openText(Plan plan, List<TextMessage> written) {
        var now = clock.instant();
        return written.stream()
                .filter(text -> plan.id().equals(text.plan()) && !text.firstDue().isAfter(now))
                .max(Comparator.comparing(TextMessage::firstDue))
                .filter(text -> now.isBefore(text.firstDue().plus(settings.openFor())));
    }

    private Optional<OpenCheckIn> open(Plan plan, List<TextMessage> written, List<Reply> received) {
        return openText(plan, written)
                .map(
                        text -> {
                            var last = lastAnswer(text, received);
                            return new OpenCheckIn(
                                    text.id(),
                                    dayOf(text),
                                    plan.on(dayOf(text)),
                                    last.map(Reply::score).orElse(null),
                                    last.filter(this::urgent).isPresent());
                        });
    }

    private static Optional<Reply> lastAnswer(TextMessage text, List<Reply> received) {
        return received.stream()
                .filter(reply -> text.id().equals(reply.checkIn()) && reply.score() != null)
                .reduce((_, later) -> later);
    }

    /** Weighed here too: help must not wait until the task has read it. */
    private boolean urgent(Reply reply) {
        var score = reply.score();
        return score != null && listening.weigh(score, reply.words()).alarming();
    }

    private Optional<Plan> latestPlan(PatientId patient) {
        var all = plans.findByPatientOrderByDeliveredAt(patient);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private List<CheckInPoint> points(
            PatientId patient, List<TextMessage> written, List<Reply> received) {
        var plan = latestPlan(patient);
        if (plan.isEmpty()) {
            return List.of();
        }
        var scores = lastScores(received);
        return written.stream()
                .filter(text -> plan.get().id().equals(text.plan()))
                .filter(text -> text.sentAt() != null || scores.containsKey(text.id()))
                .map(text -> point(plan.get(), text, scores.get(text.id())))
                .toList();
    }

    private static CheckInPoint point(Plan plan, TextMessage text, @Nullable Integer score) {
        return new CheckInPoint(dayOf(text), plan.on(dayOf(text)), score);
    }

    private static int dayOf(TextMessage text) {
        return Objects.requireNonNull(text.day(), () -> "a check-in without a day: " + text.id());
    }

    /** Who answers twice has thought again: the last number counts. */
    private static Map<UUID, Integer> lastScores(List<Reply> received) {
        var scores = new HashMap<UUID, Integer>();
        for (var reply : received) {
            var checkIn = reply.checkIn();
            var score = reply.score();
            if (checkIn != null && score != null) {
                scores.put(checkIn, score);
            }
        }
        return scores;
    }

    private static @Nullable Instant next(List<TextMessage> written) {
        return written.stream()
                .filter(text -> text.isCheckIn() && text.stage() == TextStage.PLANNED)
                .map(TextMessage::dueAt)
                .findFirst()
                .orElse(null);
    }

    private static List<Message> messages(List<TextMessage> written, List<Reply> received) {
        return Stream.concat(
                        written.stream().flatMap(text -> sent(text).stream()),
                        received.stream().map(CheckIns::got))
                .sorted(Comparator.comparing(Message::at))
                .toList();
    }

    private static Optional<Message> sent(TextMessage text) {
        return Optional.ofNullable(text.sentAt())
                .map(
                        at ->
                                new Message(
                                        Direction.TO_PATIENT,
                                        at,
                                        text.wording().words(),
                                        status(text.stage())));
    }

    private static Message got(Reply reply) {
        return new Message(
                Direction.FROM_PATIENT,
                reply.receivedAt(),
                reply.words(),
                reply.texted() ? "Received" : "Answered on the website");
    }

    private static String status(TextStage stage) {
        return switch (stage) {
            case PLANNED -> "Will be sent again";
            case SENDING, UNKNOWN, ACCEPTED, SENT -> "On its way";
            case DELIVERED -> "Delivered";
            case UNDELIVERED, WITHDRAWN -> "Not delivered";
        };
    }

    private void seen(PatientId patient) {
        if (Acting.now().kind().staff()) {
            news.publishEvent(
                    new Seen(patient, "check-ins of patient " + patient, clock.instant()));
        }
    }
}
