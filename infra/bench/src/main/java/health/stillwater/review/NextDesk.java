package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product's own search for the next case. */
final class NextDesk implements WorkDesk {

    private final Connection connection;
    private final JdbcClient jdbc;
    private final NextCase next;
    private final CaseStatements statements;
    private final PhysicianId me = PhysicianId.next();
    private final List<UsState> states;
    private final boolean oneCommit;
    private @Nullable RequestId held;
    private long fence;

    /**
     * @param oneCommit whether the decision on one case and the claim of the next share a commit
     */
    NextDesk(Backlog database, int physician, boolean oneCommit) throws SQLException {
        this.connection = database.physicians();
        this.jdbc = Backlog.client(connection);
        this.next = new NextCase(jdbc);
        this.statements = new CaseStatements(jdbc, me);
        this.states = Backlog.statesOf(physician);
        this.oneCommit = oneCommit;
    }

    @Override
    public boolean work(Times times) throws SQLException {
        var began = System.nanoTime();
        Backlog.begins(jdbc, me);
        var before = held;
        if (before != null) {
            statements.decide(before, fence);
        }
        var picked = next.pick(me, states, Instant.now());
        if (picked.isEmpty()) {
            connection.commit();
            return false;
        }
        held = picked.get();
        fence = statements.claim(picked.get());
        connection.commit();
        times.claimed(System.nanoTime() - began);
        if (before != null) {
            times.decided();
        }
        if (!oneCommit) {
            Backlog.begins(jdbc, me);
            statements.decide(picked.get(), fence);
            connection.commit();
            times.decided();
            held = null;
        }
        return true;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
