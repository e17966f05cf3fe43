package health.stillwater.audit;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.runtime.Acting;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes every act down in the transaction it happens in: the two stand or fall together. */
@Component
class Trail {

    private final JdbcClient jdbc;

    Trail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DomainEvent act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "an act outside a transaction cannot be audited: " + act.getClass());
        }
        var actor = Acting.now();
        var subject = act.subject();
        jdbc.sql(
                        "insert into audit.entry"
                                + " (at, actor_kind, actor_id, actor_name, organization, action, subject, about)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(act.at().atOffset(ZoneOffset.UTC))
                .param(actor.kind().name())
                .param(actor.id())
                .param(actor.name())
                .param(actor.organization())
                .param(PlainWords.of(act.getClass()))
                .param(subject == null ? null : subject.value())
                .param(act.about())
                .update();
    }
}
