package health.stillwater.portals.physician;

import de.siegmar.fastcsv.writer.CsvWriter;
import health.stillwater.prescribing.LogRow;
import health.stillwater.prescribing.MonthlyLog;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Stream;

/** A monthly log as CSV, a line a prescription. */
final class LogFile {

    /** A spreadsheet takes a cell that begins with one of these for a formula. */
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private LogFile() {}

    static void write(MonthlyLog log, Writer out) throws IOException {
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(
                    "Issued on",
                    "Signed at",
                    "Patient",
                    "Address",
                    "Drug",
                    "Strength",
                    "Form",
                    "Quantity",
                    "Days of supply",
                    "Refills",
                    "Directions",
                    "DEA number",
                    "Pharmacy",
                    "Decision");
            log.rows().forEach(row -> csv.writeRecord(cells(row)));
        }
    }

    private static Iterable<String> cells(LogRow row) {
        return Stream.of(
                        row.issuedOn().toString(),
                        row.signedAt().toString(),
                        row.patient(),
                        row.address(),
                        row.drug(),
                        row.strength(),
                        row.form(),
                        Integer.toString(row.quantity()),
                        Integer.toString(row.daysSupply()),
                        Integer.toString(row.refills()),
                        row.directions(),
                        row.dea(),
                        row.pharmacy(),
                        row.decision())
                .map(LogFile::guarded)
                .toList();
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
