package health.stillwater.checkins;

import health.stillwater.checkins.CheckInsView.Direction;
import health.stillwater.checkins.CheckInsView.Message;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Seen;
import health.stillwater.runtime.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Enrollment enrollment;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    CheckIns(
            Plans plans,
            TextMessages texts,
            Replies replies,
            Enrollment enrollment,
            ApplicationEventPublisher news,
            Clock clock) {
        this.plans = plans;
        this.texts = texts;
        this.replies = replies;
        this.enrollment = enrollment;
        this.news = news;
        this.clock = clock;
    }

    /** Messages, answers and what comes next. */
    @Transactional
    public CheckInsView of(PatientId patient) {
        seen(patient);
        var written = texts.findByPatientOrderByDueAt(patient);
        var received = replies.findByPatientOrderByReceivedAt(patient);
        var zone =
                latestPlan(patient)
                        .map(Plan::zone)
                        .orElseGet(() -> enrollment.contactOf(patient).zone());
        return new CheckInsView(
                zone,
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
                .filter(text -> plan.get().id().equals(text.plan()) && text.sentAt() != null)
                .map(text -> point(plan.get(), text, scores.get(text.id())))
                .toList();
    }

    private static CheckInPoint point(Plan plan, TextMessage text, @Nullable Integer score) {
        var day = text.day();
        if (day == null) {
            throw new IllegalStateException("a check-in without a day: " + text.id());
        }
        return new CheckInPoint(day, plan.on(day), score);
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
        return new Message(Direction.FROM_PATIENT, reply.receivedAt(), reply.words(), "Received");
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
