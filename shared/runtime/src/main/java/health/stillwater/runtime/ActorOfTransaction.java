package health.stillwater.runtime;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells the database who is acting, for the length of one transaction. Row-level security reads it;
 * the setting is local, so the connection goes back to the pool knowing nobody.
 */
class ActorOfTransaction implements TransactionExecutionListener {

    private final JdbcClient jdbc;

    ActorOfTransaction(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            return;
        }
        var actor = Acting.now();
        var organization = actor.organization();
        jdbc.sql(
                        "select set_config('house.actor_kind', ?, true), set_config('house.actor_id', ?, true),"
                                + " set_config('house.organization', ?, true)")
                .param(actor.kind().name())
                .param(actor.id().toString())
                .param(organization == null ? "" : organization.toString())
                .query()
                .singleRow();
    }
}
