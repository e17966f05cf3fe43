package health.stillwater.prescribing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One prescription in a monthly log, as it was signed.
 *
 * @param strength of one unit, {@code 100 mg}
 */
public record LogRow(
        String decision,
        LocalDate issuedOn,
        Instant signedAt,
        String patient,
        String address,
        String drug,
        String strength,
        String form,
        int quantity,
        int daysSupply,
        int refills,
        String directions,
        String dea,
        String pharmacy) {

    /** What a log can be sorted by (21 CFR 1311.120). */
    public enum Order {
        ISSUED(Comparator.comparing(LogRow::signedAt)),
        PATIENT(Comparator.comparing(LogRow::patient).thenComparing(LogRow::signedAt)),
        DRUG(
                Comparator.comparing(LogRow::drug)
                        .thenComparing(LogRow::strength)
                        .thenComparing(LogRow::signedAt));

        private final Comparator<LogRow> order;

        Order(Comparator<LogRow> order) {
            this.order = order;
        }

        public Comparator<LogRow> comparator() {
            return order;
        }
    }

    static LogRow of(SignedDecision signed) {
        var text = signed.text().content();
        var medicine = signed.prescribed();
        return new LogRow(
                signed.getId().toString(),
                signed.issueDate(),
                signed.signedAt(),
                text.patient().name(),
                text.patient().address(),
                medicine.drug(),
                medicine.strength(),
                medicine.form().words(),
                medicine.quantity(),
                medicine.daysSupply(),
                medicine.refills(),
                medicine.directions(),
                text.prescriber().dea(),
                medicine.pharmacyName());
    }
}
