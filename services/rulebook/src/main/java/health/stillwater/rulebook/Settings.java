package health.stillwater.rulebook;

import health.stillwater.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings: which values there are to change, and how each is written. */
@Component
class Settings {

    private final JdbcClient jdbc;

    Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Setting> all() {
        return jdbc.sql("select * from rulebook.setting order by position, path")
                .query((row, _) -> setting(row))
                .list();
    }

    Setting one(String path) {
        return jdbc.sql("select * from rulebook.setting where path = ?")
                .param(path)
                .query((row, _) -> setting(row))
                .optional()
                .orElseThrow(() -> new Refusal.Missing("This value"));
    }

    private static Setting setting(ResultSet row) throws SQLException {
        return new Setting(
                row.getString("path"),
                row.getString("title"),
                row.getString("row_id"),
                Setting.Kind.valueOf(row.getString("kind")),
                row.getString("unit"),
                List.copyOf(Arrays.asList((String[]) row.getArray("choices").getArray())),
                row.getBigDecimal("least"),
                row.getBigDecimal("most"),
                row.getBoolean("protocol"));
    }
}
