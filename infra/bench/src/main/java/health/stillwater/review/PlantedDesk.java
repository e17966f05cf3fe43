package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A race on purpose: looks first, locks nothing, and takes what it saw. */
final class PlantedDesk implements WorkDesk {

    private final Connection connection;
    private final JdbcClient jdbc;
    private final PhysicianId me = PhysicianId.next();

    PlantedDesk(Backlog database, int physician) throws SQLException {
        this.connection = database.physicians();
        this.jdbc = Backlog.client(connection);
    }

    @Override
    public boolean work(Times times) throws SQLException {
        Backlog.begins(jdbc, me);
        var seen =
                jdbc.sql(
                                "select id, fence from review.review_case where stage = 'WAITING' order by risk, due_at limit 1")
                        .query(
                                (row, _) ->
                                        new Seen(
                                                new RequestId(row.getObject("id", UUID.class)),
                                                row.getLong("fence")))
                        .optional();
        if (seen.isEmpty()) {
            connection.commit();
            return false;
        }
        jdbc.sql(
                        "update review.review_case set stage = 'CLAIMED', claimed_by = ?,"
                                + " claimed_until = clock_timestamp() + interval '30 minutes', fence = ? where id = ?")
                .params(me.value(), seen.get().fence() + 1, seen.get().id().value())
                .update();
        connection.commit();
        Backlog.begins(jdbc, me);
        jdbc.sql(
                        "update review.review_case set stage = 'DECIDED', claimed_by = null, claimed_until = null where id = ?")
                .param(seen.get().id().value())
                .update();
        connection.commit();
        return true;
    }

    private record Seen(RequestId id, long fence) {}

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
