package health.stillwater.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How long pages take on the running system with a hundred thousand patients; with one copy, how
 * long they take with a handful. Run by name, as it takes a quarter of an hour: {@code mvn -pl
 * infra/e2e -am -Dtest=CrowdedBench -Dsurefire.failIfNoSpecifiedTests=false -Dcrowded.copies=50000
 * verify}. Two physicians saw all of them at one moment: the agenda, which shows what a physician
 * saw in two days, is not looked at.
 */
class CrowdedBench {

    private static final int COPIES = Integer.getInteger("crowded.copies", 50_000);
    private static final int WARM = 30;
    private static final int TIMES = 200;
    private static final String DELGADO = "0a000000-0000-4000-8000-000000000001";
    private static final String PIKE = "0a000000-0000-4000-8000-000000000002";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void pagesWithAHundredThousandPatients() throws Exception {
        try (var physician = Physician.halloran();
                var officer = Person.signedIn("adeyemi", "/compliance");
                var clerk = Person.signedIn("keller", "/billing");
                var pharmacist = Person.signedIn("ortiz", "/pharmacy");
                var database = superuser()) {
            var pike =
                    one(
                            database,
                            "select id from review.review_case where patient_id = '%s'",
                            PIKE);
            var begun = System.nanoTime();
            copies(database);
            say(
                    "%,d patients more after %d s",
                    2 * COPIES, (System.nanoTime() - begun) / 1_000_000_000);
            var copies =
                    IntStream.rangeClosed(1, TIMES + WARM).mapToObj(n -> copy(database, pike, n));
            look(physician, officer, clerk, pharmacist, copies.toList());
        }
    }

    private void look(
            Person physician, Person officer, Person clerk, Person pharmacist, List<String> cases)
            throws Exception {
        times("case", physician, cases.stream().map(id -> "/physician/cases/" + id).toList());
        times("queue", physician, List.of("/physician"));
        times("follow-ups", physician, List.of("/physician/follow-ups"));
        times("my records", physician, List.of("/physician/records"));
        for (var page : List.of("", "/patients", "/audit", "/review", "/ledger")) {
            times("compliance" + page, officer, List.of("/compliance" + page));
        }
        times("billing", clerk, List.of("/billing"));
        times("pharmacy", pharmacist, List.of("/pharmacy"));
        times("pharmacy, closed", pharmacist, List.of("/pharmacy?show=closed"));
    }

    private void times(String what, Person person, List<String> addresses) throws Exception {
        var cookies =
                person.page.context().cookies(RunningSystem.app()).stream()
                        .map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                        .collect(Collectors.joining("; "));
        var took = new ArrayList<Double>();
        for (int i = 0; i < WARM + TIMES; i++) {
            var address = addresses.get(i % addresses.size());
            var ask =
                    HttpRequest.newBuilder(URI.create(RunningSystem.app() + address))
                            .header("Cookie", cookies)
                            .build();
            var begun = System.nanoTime();
            var answer = http.send(ask, BodyHandlers.ofString());
            var millis = (System.nanoTime() - begun) / 1e6;
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            if (i >= WARM) {
                took.add(millis);
            }
            if (millis > 500 && took.size() >= 20) {
                break; // slow enough to be seen
            }
        }
        var sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        say(
                "%-28s p50 %7.1f  p95 %7.1f  p99 %7.1f ms",
                what, at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    private static double at(double[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) * percent / 100];
    }

    private static void copies(Connection database) throws SQLException, IOException {
        try (var script =
                        Objects.requireNonNull(
                                CrowdedBench.class.getResourceAsStream("/crowded.sql"));
                var statement = database.createStatement()) {
            statement.execute(
                    new String(script.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("@FIRST@", PIKE)
                            .replace("@SECOND@", DELGADO)
                            .replace("@COPIES@", "" + COPIES));
        }
    }

    private static String copy(Connection database, String id, int copy) {
        return one(database, "select crowd.copied('%s', %s)", id, "" + copy);
    }

    private static String one(Connection database, String query, String... arguments) {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(query.formatted((Object[]) arguments))) {
            found.next();
            return found.getString(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(Arrays.toString(arguments), broken);
        }
    }

    private static Connection superuser() throws SQLException {
        return DriverManager.getConnection(RunningSystem.database(), "postgres", "postgres");
    }

    private static void say(String words, Object... values) {
        System.getLogger("BENCH").log(Level.INFO, words.formatted(values));
    }
}
