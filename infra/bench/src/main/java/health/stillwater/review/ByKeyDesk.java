package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The limit: each physician was told beforehand which cases are theirs, and searches for nothing.
 */
final class ByKeyDesk implements WorkDesk {

    private final Connection connection;
    private final JdbcClient jdbc;
    private final CaseStatements statements;
    private final PhysicianId me = PhysicianId.next();
    private final Iterator<RequestId> mine;

    ByKeyDesk(Backlog database, int physician, int physicians) throws SQLException {
        this.connection = database.physicians();
        this.jdbc = Backlog.client(connection);
        this.statements = new CaseStatements(jdbc, me);
        Backlog.begins(jdbc, me);
        this.mine =
                jdbc.sql(
                                "select id from review.review_case where abs(hashtext(id::text)) % ? = ? limit 100000")
                        .params(physicians, physician)
                        .query((row, _) -> new RequestId(row.getObject("id", UUID.class)))
                        .list()
                        .iterator();
        connection.commit();
    }

    @Override
    public boolean work(Times times) throws SQLException {
        if (!mine.hasNext()) {
            return false;
        }
        var id = mine.next();
        var began = System.nanoTime();
        Backlog.begins(jdbc, me);
        var fence = statements.claim(id);
        connection.commit();
        times.claimed(System.nanoTime() - began);
        Backlog.begins(jdbc, me);
        statements.decide(id, fence);
        connection.commit();
        times.decided();
        return true;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
