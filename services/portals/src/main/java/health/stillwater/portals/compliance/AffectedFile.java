package health.stillwater.portals.compliance;

import de.siegmar.fastcsv.writer.CsvWriter;
import health.stillwater.outlook.Affected;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of those who would be stopped as CSV, a line a person, written as they come. */
final class AffectedFile implements AutoCloseable {

    /** A spreadsheet takes a cell that begins with one of these for a formula. */
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private final CsvWriter csv;

    private AffectedFile(CsvWriter csv) {
        this.csv = csv;
    }

    static AffectedFile to(Writer out) {
        var file = new AffectedFile(CsvWriter.builder().build(out));
        file.csv.writeRecord(
                "Case",
                "Patient",
                "State",
                "Physician",
                "Pharmacy",
                "Filled on",
                "Covered through",
                "Days left",
                "Stopped by",
                "Why",
                "Stopped today",
                "Next step");
        return file;
    }

    void add(Affected person) {
        line(
                person.reference(),
                person.patient().toString(),
                person.state().name(),
                person.physicianName(),
                person.pharmacyName(),
                Objects.toString(person.filledOn(), ""),
                person.coveredThrough().toString(),
                Long.toString(person.daysLeft()),
                person.stops().stream().map(stop -> stop.row()).collect(Collectors.joining(" ")),
                person.stops().stream()
                        .map(stop -> stop.row() + ": " + stop.reason())
                        .collect(Collectors.joining("; ")),
                person.already() ? "yes" : "no",
                String.join("; ", person.nextSteps()));
    }

    private void line(String... cells) {
        csv.writeRecord(Stream.of(cells).map(AffectedFile::guarded).toList());
    }

    /** A number below zero stays a number; everything else that looks like a formula is text. */
    static String guarded(String cell) {
        var formula =
                !cell.isEmpty()
                        && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0
                        && !cell.matches("-\\d+");
        return formula ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
