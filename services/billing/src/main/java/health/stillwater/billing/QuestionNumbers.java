package health.stillwater.billing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers what Stripe is asked, so that an answer that comes late is known to be old. */
@Component
class QuestionNumbers {

    private final JdbcClient jdbc;

    QuestionNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Greater than every number before; to be taken before the question is asked. */
    long next() {
        return jdbc.sql("select nextval('billing.question')").query(Long.class).single();
    }
}
