package health.stillwater.review;

/**
 * How soon a physician should look, from what the patient answered. The order is the order of the
 * queue.
 */
public enum Risk {
    HIGH("Thoughts of self-harm reported. Look at this first."),
    RAISED("Severe depression score."),
    USUAL("Nothing raised in the answers.");

    private static final int SEVERE_PHQ9 = 20;

    private final String words;

    Risk(String words) {
        this.words = words;
    }

    /** Why, fit for the queue. */
    public String words() {
        return words;
    }

    /**
     * Weighs a depression questionnaire.
     *
     * @param selfHarm its ninth item, 0 to 3
     * @param total its sum, 0 to 27
     */
    static Risk of(int selfHarm, int total) {
        if (selfHarm > 0) {
            return HIGH;
        }
        return total >= SEVERE_PHQ9 ? RAISED : USUAL;
    }
}
