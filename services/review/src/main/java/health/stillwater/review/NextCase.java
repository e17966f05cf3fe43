package health.stillwater.review;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what a physician should look at next, and lists what waits: by risk, then by time. The cost
 * follows the number of states they serve, not of cases that wait.
 */
@Component
class NextCase {

    /** How long the gate's no keeps a case from a physician. */
    private static final Duration ASIDE = Duration.ofHours(1);

    /**
     * The first few of each state, and of what is kept for this physician, in their order; of those
     * the first that no colleague is taking at this moment, locked. It is read again once it is
     * locked, so what a colleague just took is passed over, and nobody waits for anybody. Of one
     * risk a late case comes first, then one kept for who asks, then the rest: nobody starves
     * behind another's patients.
     */
    private static final String PICK =
            """
            with kept as materialized (
                select c.id, c.risk, c.due_at, true as mine from review.review_case c
                 where c.stage = 'WAITING' and c.kept_for = :me and c.state = any (cast(:states as text[]))
                   and not exists (select from review.put_aside a
                        where a.physician_id = :me and a.case_id = c.id and a.until > :now)
                 order by c.risk, c.due_at limit %1$d
            ), heads as materialized (
                select head.* from unnest(cast(:states as text[])) s(state) cross join lateral (
                    select c.id, c.risk, c.due_at, false as mine from review.review_case c
                     where c.stage = 'WAITING' and c.kept_for is null and c.state = s.state
                       and not exists (select from review.put_aside a
                            where a.physician_id = :me and a.case_id = c.id and a.until > :now)
                     order by c.risk, c.due_at limit %1$d) head
            ), line as materialized (
                select id from (select * from kept union all select * from heads) found
                 order by risk, due_at >= :now, not mine, due_at
            )
            select taken.id from line cross join lateral (
                select c.id from review.review_case c
                 where c.id = line.id and c.stage = 'WAITING' and coalesce(c.kept_for, :me) = :me
                   for update of c skip locked) taken
             limit 1
            """;

    /** Enough in each state to find one that no colleague is taking, nearly always. */
    private static final String PICK_OF_FEW = PICK.formatted(2);

    /** More than can be in colleagues' hands at one instant. */
    private static final String PICK_OF_MANY = PICK.formatted(1_000);

    private static final String FITS =
            """
            c.stage = 'WAITING' and c.state = s.state
              and (cast(:risk as text) is null or c.risk = :risk)
              and (cast(:kind as text) is null or c.kind = :kind)
              and (not :overdue or c.due_at < :now)
            """;

    private static final String LIST =
            "select head.id from unnest(cast(:states as text[])) s(state) cross join lateral"
                    + " (select c.id, c.risk, c.due_at from review.review_case c where "
                    + FITS
                    + """
                       and (cast(:after as uuid) is null or (c.risk, c.due_at, c.id) >
                            (select a.risk, a.due_at, a.id from review.review_case a where a.id = :after))
                     order by c.risk, c.due_at, c.id limit :size) head
                     order by head.risk, head.due_at, head.id limit :size
                    """;

    private static final String COUNT =
            "select count(*) from (select from unnest(cast(:states as text[])) s(state) join review.review_case c on "
                    + FITS
                    + " limit :size) counted";

    private final JdbcClient jdbc;

    NextCase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose turn it is; locked until the transaction ends. */
    Optional<RequestId> pick(PhysicianId physician, Collection<UsState> states, Instant now) {
        return pick(PICK_OF_FEW, physician, states, now)
                .or(() -> pick(PICK_OF_MANY, physician, states, now));
    }

    private Optional<RequestId> pick(
            String sql, PhysicianId physician, Collection<UsState> states, Instant now) {
        return jdbc.sql(sql)
                .param("me", physician.value())
                .param("states", names(states))
                .param("now", utc(now))
                .query(UUID.class)
                .optional()
                .map(RequestId::new);
    }

    /** The gate said no: for a while the physician is offered others. */
    void putAside(
            RequestId id, PatientId patient, PhysicianId physician, String because, Instant now) {
        jdbc.sql(
                        """
                        insert into review.put_aside (case_id, patient_id, physician_id, until, because)
                        values (?, ?, ?, ?, ?)
                        on conflict (physician_id, case_id) do update set until = excluded.until, because = excluded.because
                        """)
                .params(
                        id.value(),
                        patient.value(),
                        physician.value(),
                        utc(now.plus(ASIDE)),
                        because)
                .update();
    }

    /** Something about the case is new, so nobody's no counts any more. */
    void offerAgain(RequestId id, Instant now) {
        jdbc.sql("update review.put_aside set until = ? where case_id = ? and until > ?")
                .params(utc(now), id.value(), utc(now))
                .update();
    }

    /** A page, and one more to tell whether there is another. */
    List<RequestId> list(QueueFilter filter, Collection<UsState> states, Instant now) {
        var after = filter.after();
        return fitting(LIST, filter, states, now)
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("size", QueueListing.PAGE + 1)
                .query((row, _) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    long count(QueueFilter filter, Collection<UsState> states, Instant now) {
        return fitting(COUNT, filter, states, now)
                .param("size", QueueListing.COUNTED)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec fitting(
            String sql, QueueFilter filter, Collection<UsState> states, Instant now) {
        var state = filter.state();
        var asked = state == null ? states : states.stream().filter(state::equals).toList();
        return jdbc.sql(sql)
                .param("states", names(asked))
                .param("risk", name(filter.risk()), Types.VARCHAR)
                .param("kind", name(filter.kind()), Types.VARCHAR)
                .param("overdue", filter.overdue())
                .param("now", utc(now));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String[] names(Collection<UsState> states) {
        return states.stream().map(UsState::name).toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
