package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/** The plain way: the room's own entity, and one query with a pessimistic lock. */
final class JpaDesk implements WorkDesk {

    private static @Nullable SessionFactory everybodys;

    private final SessionFactory factory;
    private final PhysicianId me = PhysicianId.next();
    private final List<UsState> states;

    JpaDesk(Backlog database, int physician) {
        this.factory = factory(database);
        this.states = Backlog.statesOf(physician);
    }

    private static synchronized SessionFactory factory(Backlog database) {
        if (everybodys == null) {
            everybodys =
                    new Configuration()
                            .addAnnotatedClass(ReviewCase.class)
                            .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                            .setProperty("hibernate.connection.url", database.address())
                            .setProperty("hibernate.connection.username", "stillwater_app")
                            .setProperty("hibernate.connection.password", "stillwater_app")
                            .setProperty("hibernate.connection.pool_size", "40")
                            .buildSessionFactory();
        }
        return everybodys;
    }

    @Override
    public boolean work(Times times) {
        var began = System.nanoTime();
        var claimed = factory.fromTransaction(this::claims);
        if (claimed == null) {
            return true; // somebody else was first to the row that was waited for: look again
        }
        times.claimed(System.nanoTime() - began);
        factory.inTransaction(
                session -> {
                    begins(session);
                    var found =
                            session.find(
                                    ReviewCase.class, claimed.id(), LockModeType.PESSIMISTIC_WRITE);
                    found.decided(me, claimed.fence(), Instant.now());
                });
        times.decided();
        return true;
    }

    private record Claimed(health.stillwater.kernel.RequestId id, long fence) {}

    private @Nullable Claimed claims(Session session) {
        begins(session);
        var found =
                session.createSelectionQuery(
                                "select c from ReviewCase c where c.stage = WAITING and c.keeping.physician is null"
                                        + " and c.state in :states order by c.risk, c.clock.dueAt",
                                ReviewCase.class)
                        .setParameter("states", states)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .setMaxResults(1)
                        .getResultList();
        if (found.isEmpty()) {
            return null;
        }
        var claim = found.getFirst().claim(me, Instant.now());
        return new Claimed(found.getFirst().id(), claim.fence());
    }

    private void begins(Session session) {
        session.doWork(connection -> Backlog.begins(Backlog.client(connection), me));
    }

    @Override
    public void close() {
        // The sessions are everybody's.
    }
}
