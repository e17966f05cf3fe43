package health.stillwater.prescribing;

import java.math.BigDecimal;

/**
 * A medicine and how it is taken, each part a value of its own type. Two doses are compared part by
 * part: {@code 2.5 mg} is not found inside {@code 25 mg}.
 *
 * @param strengthMg milligrams of one unit
 * @param unitsPerDose units taken at one time
 * @param dosesPerPeriod how many times within the days of supply
 */
record Dose(
        Drug drug,
        DosageForm form,
        BigDecimal strengthMg,
        int unitsPerDose,
        int dosesPerPeriod,
        int daysSupply) {

    static Dose of(SignedText.Prescription prescription) {
        return new Dose(
                Drug.called(prescription.drug()),
                prescription.form(),
                new BigDecimal(prescription.strengthMg()),
                prescription.unitsPerDose(),
                prescription.dosesPerPeriod(),
                prescription.daysSupply());
    }

    /** The same drug in the same form and strength. */
    boolean isSameMedicine(Dose other) {
        return drug == other.drug
                && form == other.form
                && strengthMg.compareTo(other.strengthMg) == 0;
    }

    /** The same medicine, as much at one time and as often. */
    boolean isSame(Dose other) {
        return isSameMedicine(other)
                && unitsPerDose == other.unitsPerDose
                && (long) dosesPerPeriod * other.daysSupply
                        == (long) other.dosesPerPeriod * daysSupply;
    }

    BigDecimal mgPerSession() {
        return strengthMg.multiply(BigDecimal.valueOf(unitsPerDose));
    }

    /** {@code 100 mg sublingual troche, 2 at a time, 4 times in 28 days}. */
    String words() {
        return strengthMg.toPlainString()
                + " mg "
                + form.words()
                + ", "
                + unitsPerDose
                + " at a time, "
                + dosesPerPeriod
                + " times in "
                + daysSupply
                + " days";
    }
}
