package health.stillwater.prescribing;

import java.util.Arrays;

/**
 * What the program's pharmacies compound. A drug is known by its number in RxNorm, never by a name
 * that resembles it.
 */
enum Drug {
    KETAMINE_HYDROCHLORIDE("6130", "ketamine hydrochloride (compounded), Schedule III");

    private final String rxcui;
    private final String words;

    Drug(String rxcui, String words) {
        this.rxcui = rxcui;
        this.words = words;
    }

    /** Its concept in RxNorm. */
    String rxcui() {
        return rxcui;
    }

    /** As the prescription says it. */
    String words() {
        return words;
    }

    /** The drug a signed text means, letter by letter; throws for any other text. */
    static Drug called(String words) {
        return Arrays.stream(values())
                .filter(drug -> drug.words.equals(words))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no such drug: " + words));
    }
}
