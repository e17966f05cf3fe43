package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the room's objects write when a case is claimed and decided, by primary key. */
record CaseStatements(JdbcClient jdbc, PhysicianId physician) {

    /** Answers the fence. */
    long claim(RequestId id) {
        var fence =
                jdbc.sql("select fence from review.review_case where id = ? for update")
                        .param(id.value())
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        "update review.review_case set stage = 'CLAIMED', claimed_by = ?,"
                                + " claimed_until = clock_timestamp() + interval '30 minutes', fence = ?, kept_for = null,"
                                + " kept_until = null, version = version + 1 where id = ?")
                .params(physician.value(), fence + 1, id.value())
                .update();
        return fence + 1;
    }

    void decide(RequestId id, long fence) {
        jdbc.sql("select fence from review.review_case where id = ? for update")
                .param(id.value())
                .query(Long.class)
                .single();
        var done =
                jdbc.sql(
                                "update review.review_case set stage = 'DECIDED', claimed_by = null, claimed_until = null,"
                                        + " version = version + 1 where id = ? and fence = ? and claimed_by = ?")
                        .params(id.value(), fence, physician.value())
                        .update();
        if (done != 1) {
            throw new IllegalStateException("lost " + id);
        }
    }
}
