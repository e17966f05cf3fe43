package health.stillwater;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** Who may come where, as {@code access-matrix.csv} says it. */
record AccessMatrix(List<Row> rows) {

    private static final String HEAD =
            "method,path,visitor,patient,physician,pharmacy,billing,compliance,foreign,missing";
    private static final String CANNOT_BE = "-";

    /** The kinds of people who come. */
    enum Comer {
        VISITOR,
        PATIENT,
        PHYSICIAN,
        PHARMACY,
        BILLING,
        COMPLIANCE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose the thing is that an address names. */
    enum Whose {
        OWN,
        FOREIGN,
        MISSING;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a request is answered. */
    enum Answer {
        OPEN,
        SIGN_IN,
        REFUSED,
        GONE,
        KEPT,
        UNSIGNED;

        private static final String SIGN_IN_STARTS = "/oauth2/authorization/";

        /** Whether a status, and where it leads, is this answer. */
        boolean is(int status, String location) {
            boolean toSignIn = location.startsWith(SIGN_IN_STARTS);
            return switch (this) {
                case OPEN -> status < 400 && !toSignIn || status == 409 || status == 422;
                case SIGN_IN -> status == 302 && toSignIn;
                case REFUSED -> status == 403;
                case GONE -> status == 404;
                case KEPT -> status == 409;
                case UNSIGNED -> status == 400 || status == 401 || status == 403;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Answer said(String word) {
            return Arrays.stream(values())
                    .filter(answer -> answer.word().equals(word))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException("no such answer: " + word));
        }
    }

    /** An address, and how one comes to it. */
    record Route(String method, String path) {

        boolean sendsAForm() {
            return method.equals("POST");
        }

        boolean isAWebhook() {
            return path.startsWith("/webhooks/");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    record Row(Route route, Map<String, String> words) {

        /** Those who find it open, and so the kind whose own things it is about. */
        List<Comer> owners() {
            return Arrays.stream(Comer.values()).filter(this::isOpenTo).toList();
        }

        boolean isOpenTo(Comer comer) {
            return to(comer) == Answer.OPEN;
        }

        private Answer to(Comer comer) {
            return Answer.said(words.getOrDefault(comer.word(), ""));
        }

        /** Whether the address names something that could be somebody else's, or nobody's. */
        boolean says(Whose whose) {
            return !word(whose).equals(CANNOT_BE);
        }

        private String word(Whose whose) {
            return words.getOrDefault(whose.word(), CANNOT_BE);
        }

        List<Cell> cells() {
            var cells = new ArrayList<Cell>();
            for (var comer : Comer.values()) {
                cells.add(new Cell(this, comer, Whose.OWN, to(comer)));
            }
            for (var whose : List.of(Whose.FOREIGN, Whose.MISSING)) {
                for (var owner : says(whose) ? owners() : List.<Comer>of()) {
                    cells.add(new Cell(this, owner, whose, Answer.said(word(whose))));
                }
            }
            return cells;
        }
    }

    /** One thing the matrix says: who comes where, about whose thing, and the answer. */
    record Cell(Row row, Comer comer, Whose whose, Answer answer) {

        /** Whether the request is carried out, so that afterwards things may not be as before. */
        boolean mayChangeThings() {
            return whose == Whose.OWN && answer == Answer.OPEN;
        }

        @Override
        public String toString() {
            return "%s as %s, %s: %s"
                    .formatted(row.route(), comer.word(), whose.word(), answer.word());
        }
    }

    /** Every cell; those that may change things come last. */
    List<Cell> cells() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .sorted(Comparator.comparing(Cell::mayChangeThings))
                .toList();
    }

    static AccessMatrix read() {
        try {
            var text =
                    new ClassPathResource("access-matrix.csv")
                            .getContentAsString(StandardCharsets.UTF_8);
            var lines =
                    text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            if (!lines.getFirst().equals(HEAD)) {
                throw new IllegalStateException("access-matrix.csv must begin with " + HEAD);
            }
            return new AccessMatrix(lines.stream().skip(1).map(AccessMatrix::row).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String line) {
        var columns = HEAD.split(",", -1);
        var cells = line.split(",", -1);
        if (cells.length != columns.length) {
            throw new IllegalStateException(
                    "access-matrix.csv: " + columns.length + " columns, please: " + line);
        }
        var words = new LinkedHashMap<String, String>();
        for (int column = 2; column < columns.length; column++) {
            words.put(columns[column], cells[column]);
        }
        return new Row(new Route(cells[0], cells[1]), words);
    }
}
