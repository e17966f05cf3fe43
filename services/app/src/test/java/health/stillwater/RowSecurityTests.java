package health.stillwater;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's own catalog: nothing with health information stands unguarded, and the application
 * owns nothing.
 */
class RowSecurityTests extends WholeSystem {

    private static final String OURS =
            "n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pg_toast')"
                    + " and n.nspname not like 'pg_%'";

    @Autowired JdbcClient jdbc;

    @Test
    void everyTableIsGuardedOrSaysThatItHoldsNoHealthInformation() {
        var unguarded =
                jdbc.sql(
                                "select n.nspname || '.' || c.relname from pg_class c"
                                        + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and "
                                        + OURS
                                        + " and not (c.relrowsecurity and c.relforcerowsecurity)"
                                        + " and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'No health information:%'"
                                        + " and c.relname not like 'flyway_schema_history%'")
                        .query(String.class)
                        .list();

        assertThat(unguarded).isEmpty();
    }

    @Test
    void everyGuardedTableHasAPolicy() {
        var locked =
                jdbc.sql(
                                "select n.nspname || '.' || c.relname from pg_class c"
                                        + " join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and "
                                        + OURS
                                        + " and not exists (select from pg_policy p where p.polrelid = c.oid)")
                        .query(String.class)
                        .list();

        assertThat(locked).isEmpty();
    }

    @Test
    void theApplicationOwnsNothingAndMayNotDelete() {
        assertThat(
                        jdbc.sql(
                                        "select count(*) from pg_class where pg_get_userbyid(relowner) = 'stillwater_app'")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        jdbc.sql(
                                        "select n.nspname || '.' || c.relname from pg_class c"
                                                + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and "
                                                + OURS
                                                + " and n.nspname <> 'events'"
                                                + " and has_table_privilege('stillwater_app', c.oid, 'delete, truncate')")
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    @Test
    void noForeignKeyCrossesRooms() {
        var crossing =
                jdbc.sql(
                                "select c.conname from pg_constraint c join pg_class a on a.oid = c.conrelid"
                                        + " join pg_class b on b.oid = c.confrelid where c.contype = 'f'"
                                        + " and a.relnamespace <> b.relnamespace")
                        .query(String.class)
                        .list();

        assertThat(crossing).isEmpty();
    }

    @Test
    void withoutAnActorNoGuardedRowIsSeen() {
        var tables =
                jdbc.sql(
                                "select n.nspname || '.' || c.relname from pg_class c"
                                        + " join pg_namespace n on n.oid = c.relnamespace where c.relforcerowsecurity and "
                                        + OURS)
                        .query(String.class)
                        .list();

        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(
                        table ->
                                assertThat(
                                                jdbc.sql("select count(*) from " + table)
                                                        .query(Long.class)
                                                        .single())
                                        .as(table)
                                        .isZero());
    }
}
