package health.stillwater.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads every move of every case again, as the database wrote them, and says where a case was held
 * by two, decided by who did not hold it, or moved past its decision.
 */
@Component
class ClaimHistory {

    private static final String FAULTS =
            """
            with history as (
                select case_id, id, from_stage, to_stage, fence, physician_id, at, lease_before,
                       lag(to_stage) over one as stood, lag(fence) over one as fence_before,
                       lag(physician_id) over one as holder, lag(from_stage) over one as taken_from
                  from review.move where at >= :since window one as (partition by case_id order by id)
            ), judged as (
                select case_id, id, case
                    when stood is not null and from_stage is distinct from stood
                        then 'does not begin where the move before it ended'
                    when from_stage = 'DECIDED' and to_stage <> 'CLAIMED' then 'moves past its decision'
                    when to_stage = 'CLAIMED' and fence <= coalesce(fence_before, 0)
                        then 'is claimed under a number that was given before'
                    when to_stage = 'CLAIMED' and from_stage = 'CLAIMED' and lease_before > at and review.clock_is_real()
                        then 'is claimed while another holds it'
                    when to_stage = 'DECIDED' and taken_from = 'DECIDED' and fence > fence_before
                        then null -- taken up again, and given back as it was
                    when to_stage in ('DECIDED', 'PAUSED') and (fence <> fence_before or physician_id is distinct from holder)
                        then 'is decided or set aside by who does not hold it'
                    end as fault
                  from history
            )
            select 'case ' || case_id || ', move ' || id || ': ' || fault as words from judged where fault is not null
             order by case_id, id limit 100
            """;

    private final JdbcClient jdbc;

    ClaimHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sentence for each fault since then, the first hundred; empty when nothing is wrong. */
    List<String> faults(Instant since) {
        return jdbc.sql(FAULTS)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString("words"))
                .list();
    }
}
