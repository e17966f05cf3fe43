package health.stillwater.billing;

import health.stillwater.prescribing.PrescriptionApproved;
import health.stillwater.prescribing.PrescriptionDeclined;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what physicians decided. Heard twice is heard once. */
@Component
class DecisionNews {

    private final PlanFile plans;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    DecisionNews(PlanFile plans, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.events = events;
    }

    @ApplicationModuleListener(id = "billing.charge-what-was-approved")
    void on(PrescriptionApproved news) {
        plans.approved(news);
    }

    @ApplicationModuleListener(id = "billing.charge-nothing-for-what-was-declined")
    void on(PrescriptionDeclined news) {
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
