package health.stillwater.billing;

import health.stillwater.prescribing.PrescriptionApproved;
import health.stillwater.prescribing.PrescriptionDeclined;
import health.stillwater.prescribing.PrescriptionEnded;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what physicians decided. Heard twice is heard once. */
@Component
class DecisionNews {

    private final PlanFile plans;
    private final LeaveBook leaves;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    DecisionNews(
            PlanFile plans, LeaveBook leaves, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.plans = plans;
        this.leaves = leaves;
        this.jdbc = jdbc;
        this.events = events;
    }

    @ApplicationModuleListener(id = "billing.charge-what-was-approved")
    void on(PrescriptionApproved news) {
        plans.approved(news);
    }

    /** Where the treatment goes on with another prescription, so does the plan. */
    @ApplicationModuleListener(id = "billing.end-what-was-stopped")
    void on(PrescriptionEnded news) {
        switch (news.how()) {
            case STOPPED -> leaves.treatmentStopped(news.subject());
            case CHANGED, CORRECTED -> {}
        }
    }

    /** Whoever has a plan and was told no is charged for no further month either. */
    @ApplicationModuleListener(id = "billing.charge-nothing-for-what-was-declined")
    void on(PrescriptionDeclined news) {
        leaves.treatmentStopped(news.subject());
        var written =
                jdbc.sql(
                                "insert into billing.uncharged_request (decision_id, request_id, patient_id, at)"
                                        + " values (?, ?, ?, ?) on conflict (decision_id) do nothing")
                        .param(news.decision().value())
                        .param(news.request().value())
                        .param(news.subject().value())
                        .param(news.at().atOffset(ZoneOffset.UTC))
                        .update();
        if (written == 1) {
            events.publishEvent(new NothingCharged(news.decision(), news.subject(), news.at()));
        }
    }
}
