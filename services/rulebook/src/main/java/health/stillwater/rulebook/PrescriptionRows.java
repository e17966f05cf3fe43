package health.stillwater.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prescription itself: who signs it, when, what stands in it, and how soon after the last. */
final class PrescriptionRows {

    /** What the law allows whatever the product's own cap says: 21 CFR 1306.22. */
    private static final int REFILLS_MOST = 5;

    private static final int MONTHS_MOST = 6;

    private PrescriptionRows() {}

    /** D12. */
    static Finding signer(Matter matter) {
        var prescription = matter.facts().prescription();
        var signing = matter.signing();
        if (prescription == null || signing == null) {
            return Finding.unknown("act of signing");
        }
        return new Checks(matter)
                .same(
                        signing.signerId(),
                        prescription.prescriberId(),
                        "signer is the named prescriber")
                .same(
                        signing.claimerId(),
                        prescription.prescriberId(),
                        "holder of the claim is the named prescriber")
                .same(signing.signerId(), signing.claimerId(), "signer holds the claim")
                .yes(signing.statementDisplayed(), "statement of signing shown")
                .same(
                        signing.payloadHash(),
                        signing.readyHash(),
                        "content unchanged since it was reviewed")
                .finding();
    }

    /** D13. */
    static Finding issueDate(Matter matter) {
        var prescription = matter.facts().prescription();
        var day =
                matter.moment() == Moment.SIGNING
                        ? matter.today()
                        : matter.localDate(matter.signedAt());
        var checks =
                new Checks(matter)
                        .same(
                                prescription == null ? null : prescription.issueDate(),
                                day,
                                "issued on the day of signing");
        var clock = matter.facts().clock();
        if (clock == null) {
            return checks.unknown("our clock against national time").finding();
        }
        if (checks.fresh(
                clock.observedAt(), Freshness.Of.CLOCK, "our clock against national time")) {
            var offset = clock.offsetSeconds();
            var most = matter.rules().clockToleranceSeconds();
            checks.yes(
                    offset == null || most == null
                            ? null
                            : (Boolean) (Math.abs((long) offset) <= most),
                    "our clock within tolerance");
        }
        return checks.finding();
    }

    /** D14. */
    static Finding content(Matter matter) {
        var prescription = matter.facts().prescription();
        var content = prescription == null ? null : prescription.content();
        if (content == null) {
            return Finding.unknown("content of the prescription");
        }
        var checks = new Checks(matter);
        var fields = matter.rules().contentFields();
        if (fields == null || matter.state() == null) {
            checks.unknown("fields the patient's state asks for");
        }
        if (fields != null) {
            present(checks, content, fields.get("all"));
            present(checks, content, matter.state() == null ? null : fields.get(matter.state()));
        }
        var words = content.quantityWords();
        var quantity = content.quantity();
        if (words != null && !words.isBlank() && quantity != null) {
            checks.that(NumberWords.spell(words, quantity), "words spell the quantity");
        }
        var dea = content.prescriberDea();
        if (dea != null && !dea.isBlank()) {
            checks.that(DeaNumber.wellFormed(dea), "DEA number well formed");
        }
        return checks.finding();
    }

    private static void present(
            Checks checks, PrescriptionFacts.Content content, @Nullable List<String> fields) {
        if (fields == null) {
            return; // this state asks for nothing more
        }
        for (var field : fields) {
            var value = field(content, field);
            if (value == null || value.isBlank()) {
                checks.that(false, field + " written");
            }
        }
    }

    private static @Nullable String field(PrescriptionFacts.Content content, String name) {
        return switch (name) {
            case "patientName" -> content.patientName();
            case "patientAddress" -> content.patientAddress();
            case "drugName" -> content.drugName();
            case "strength" -> content.strength();
            case "dosageForm" -> content.dosageForm();
            case "quantity" -> content.quantity() == null ? null : "written";
            case "quantityWords" -> content.quantityWords();
            case "directions" -> content.directions();
            case "prescriberName" -> content.prescriberName();
            case "prescriberAddress" -> content.prescriberAddress();
            case "prescriberDea" -> content.prescriberDea();
            case "prescriberLicense" -> content.prescriberLicense();
            default -> null; // a field we cannot show is a field that is missing
        };
    }

    /** D15. */
    static Finding quantity(Matter matter) {
        var prescription = matter.facts().prescription();
        var cap = matter.rules().productCap();
        if (prescription == null) {
            return Finding.unknown("prescription");
        }
        var issued = prescription.issueDate();
        var sixMonths = issued == null ? null : issued.plusMonths(MONTHS_MOST);
        var checks =
                new Checks(matter)
                        .atLeast(prescription.refillsAuthorised(), 0, "refills not negative")
                        .atMost(
                                prescription.refillsAuthorised(),
                                REFILLS_MOST,
                                "refills within the law")
                        .atMost(
                                prescription.refillsAuthorised(),
                                cap == null ? null : cap.refills(),
                                "refills within the product's cap")
                        .atLeast(prescription.daysSupply(), 1, "supply of a day at least")
                        .atMost(
                                prescription.daysSupply(),
                                cap == null ? null : cap.days(),
                                "supply within the product's cap")
                        .notAfter(
                                prescription.expiresOn(),
                                sixMonths,
                                "ends within six months of issue")
                        .yes(addsUp(prescription), "quantity is units times doses");
        return switch (matter.moment()) {
            case ENROLLMENT, QUEUE, CLAIM, SIGNING -> checks.finding();
            case HAND_OFF -> inTime(checks, matter, prescription, sixMonths).finding();
            case FILL ->
                    refillLeft(inTime(checks, matter, prescription, sixMonths), prescription)
                            .finding();
        };
    }

    private static @Nullable Boolean addsUp(PrescriptionFacts prescription) {
        var quantity = prescription.quantity();
        var units = prescription.unitsPerDose();
        var doses = prescription.dosesPerPeriod();
        return quantity == null || units == null || doses == null
                ? null
                : (Boolean) ((long) units * doses == quantity);
    }

    private static Checks inTime(
            Checks checks,
            Matter matter,
            PrescriptionFacts prescription,
            @Nullable LocalDate sixMonths) {
        return checks.unexpired(matter.today(), prescription.expiresOn(), "prescription not ended")
                .unexpired(matter.today(), sixMonths, "within six months of issue");
    }

    private static Checks refillLeft(Checks checks, PrescriptionFacts prescription) {
        var filled = prescription.originalFilled();
        if (filled == null) {
            return checks.unknown("whether this fill is a refill");
        }
        if (!filled) {
            return checks;
        }
        var used = prescription.refillsUsed();
        var authorized = prescription.refillsAuthorised();
        return checks.yes(
                used == null || authorized == null
                        ? null
                        : (Boolean) (used < Math.min(REFILLS_MOST, authorized)),
                "a refill is left");
    }

    /** D16. */
    static Finding notTooEarly(Matter matter) {
        var history = matter.facts().history();
        if (history == null) {
            return Finding.unknown("history of fills");
        }
        var checks = new Checks(matter);
        if (!checks.fresh(history.observedAt(), Freshness.Of.HISTORY, "history of fills")) {
            return checks.finding();
        }
        var today = matter.today();
        var tolerance = matter.rules().earlyRefillToleranceDays();
        if (history.fills() == null || today == null || tolerance == null) {
            checks.unknown("earlier fills");
        } else {
            nearlyUsedUp(checks, history.fills(), today, tolerance);
        }
        if (history.otherPrescriptions() == null || today == null) {
            return checks.unknown("prescriptions from other programs").finding();
        }
        for (var other : history.otherPrescriptions()) {
            var through = other.coversThrough();
            if (other.status() == null
                    || (other.status() == HistoryFacts.Status.ACTIVE && through == null)) {
                checks.unknown("prescription from another program");
            } else if (other.status() == HistoryFacts.Status.ACTIVE) {
                checks.that(
                        through != null && through.isBefore(today),
                        "no overlap with another program's prescription");
            }
        }
        return checks.finding();
    }

    /** The last fill counts; of two on one day, the larger. */
    private static void nearlyUsedUp(
            Checks checks, List<HistoryFacts.Fill> fills, LocalDate today, int tolerance) {
        LocalDate last = null;
        var supply = 0;
        for (var fill : fills) {
            var on = fill.filledOn();
            var days = fill.daysSupply();
            if (on == null || days == null) {
                checks.unknown("day and supply of an earlier fill");
            } else if (last == null || on.isAfter(last)) {
                last = on;
                supply = days;
            } else if (on.equals(last)) {
                supply = Math.max(supply, days);
            }
        }
        if (last != null) {
            checks.notAfter(
                    last.plusDays(supply - (long) tolerance), today, "supply nearly used up");
        }
    }
}
