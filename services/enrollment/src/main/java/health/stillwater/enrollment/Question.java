package health.stillwater.enrollment;

import java.util.List;

/**
 * One question of the assessment, as data: a page shows it, it decides nothing.
 *
 * @param key its name in addresses and forms; says nothing about an answer
 * @param title the legend, which is also the title of the page
 * @param hint one sentence of help; may be empty
 * @param whyWeAsk what the answer is for
 * @param options what may be chosen; empty for {@link Kind#DATE}, and for {@link Kind#COUNTY},
 *     whose options follow the state and stand in {@link AssessmentView#counties()}
 */
public record Question(
        String key, String title, String hint, String whyWeAsk, Kind kind, List<Option> options) {

    /** How it is asked, and which form fields answer it. */
    public enum Kind {
        /** One of the options, in the field {@code answer}. */
        CHOICE,
        /**
         * Any of the options, joined by commas in {@code answer}, or each option's value as a field
         * of its own.
         */
        CHOICES,
        /** A date, in the fields {@code month}, {@code day} and {@code year}. */
        DATE,
        /** A state by its postal code, in {@code answer}. */
        STATE,
        /** A county by its five FIPS digits, in {@code answer}. */
        COUNTY
    }

    /** Something that may be chosen. The value {@code none} excludes every other. */
    public record Option(String value, String label) {}

    public Question {
        options = List.copyOf(options);
    }
}
