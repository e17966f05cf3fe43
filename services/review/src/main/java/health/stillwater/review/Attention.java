package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Knows how long a physician really looked at a case, from what the server saw of it, and tells
 * compliance who decided too much too fast. No reward and no rate is computed from it.
 */
@Component
class Attention {

    /** Between two signs of life, nobody is believed to have looked for longer than this. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final PaceSettings pace;
    private final ApplicationEventPublisher events;

    Attention(JdbcClient jdbc, PaceSettings pace, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.pace = pace;
        this.events = events;
    }

    /** A sign of life on a case. */
    enum Look {
        CLAIM,
        OPEN,
        STAY
    }

    void looked(ReviewCase seen, PhysicianId physician, Look kind, Instant now) {
        jdbc.sql(
                        "insert into review.look (case_id, patient_id, physician_id, kind, at) values (?, ?, ?, ?, ?)")
                .params(
                        seen.id().value(),
                        seen.patient().value(),
                        physician.value(),
                        kind.name(),
                        utc(now))
                .update();
    }

    @ApplicationModuleListener(id = "review.effort")
    void on(CaseDecided news) {
        var spent = spent(news.request(), news.physician(), news.at());
        var written =
                jdbc.sql(
                                """
                                insert into review.effort (case_id, patient_id, physician_id, seconds, pages, decided_at)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                news.request().value(),
                                news.subject().value(),
                                news.physician().value(),
                                spent.seconds(),
                                spent.pages(),
                                utc(news.at()))
                        .update();
        if (written == 1) {
            weigh(news.physician(), news.at());
        }
    }

    /**
     * Time and pages of a physician on a case.
     *
     * @param pages how often a page of the case was opened
     */
    record Spent(int seconds, int pages) {}

    Spent spent(RequestId caseId, PhysicianId physician, Instant until) {
        var looks =
                jdbc.sql(
                                "select kind, at from review.look where case_id = ? and physician_id = ? and at <= ? order by at")
                        .params(caseId.value(), physician.value(), utc(until))
                        .query(
                                (row, _) ->
                                        new Seen(
                                                row.getString("kind"),
                                                row.getObject("at", OffsetDateTime.class)
                                                        .toInstant()))
                        .list();
        var time = Duration.ZERO;
        for (int i = 0; i < looks.size(); i++) {
            var end = i + 1 < looks.size() ? looks.get(i + 1).at() : until;
            var gap = Duration.between(looks.get(i).at(), end);
            time = time.plus(gap.compareTo(LONGEST) < 0 ? gap : LONGEST);
        }
        return new Spent((int) time.toSeconds(), opened(looks));
    }

    private static int opened(List<Seen> looks) {
        return (int) looks.stream().filter(look -> look.kind().equals(Look.OPEN.name())).count();
    }

    private record Seen(String kind, Instant at) {}

    private void weigh(PhysicianId physician, Instant at) {
        var since = at.minus(pace.within());
        var recent =
                jdbc.sql(
                                "select seconds from review.effort where physician_id = ? and decided_at > ? and decided_at <= ?")
                        .params(physician.value(), utc(since), utc(at))
                        .query(Integer.class)
                        .list();
        var all = recent.stream().mapToInt(Integer::intValue).sum();
        if (recent.size() > pace.most()) {
            open(physician, ConcernKind.TOO_MANY, recent.size(), all, at);
        }
        var hasty = recent.stream().filter(each -> each < pace.least().toSeconds()).toList();
        if (hasty.size() >= pace.hasty()) {
            var together = hasty.stream().mapToInt(Integer::intValue).sum();
            open(physician, ConcernKind.TOO_FAST, hasty.size(), together, at);
        }
    }

    private void open(
            PhysicianId physician, ConcernKind kind, int decisions, int seconds, Instant at) {
        var id = UUID.randomUUID();
        var opened =
                jdbc.sql(
                                """
                                insert into review.concern (id, physician_id, kind, decisions, seconds, opened_at)
                                values (?, ?, ?, ?, ?, ?)
                                on conflict (physician_id, kind) where closed_at is null do nothing
                                """)
                        .params(id, physician.value(), kind.name(), decisions, seconds, utc(at))
                        .update();
        if (opened == 1) {
            events.publishEvent(new ConcernOpened(id, physician, at));
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
