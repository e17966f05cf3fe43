package health.stillwater.billing;

/** Where an invoice stands, as Stripe says. */
public enum InvoiceStage {
    OPEN("Not paid yet"),
    PAID("Paid"),
    VOID("Withdrawn, nothing to pay"),
    UNCOLLECTIBLE("Given up");

    private final String words;

    InvoiceStage(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }
}
