package health.stillwater.checkins;

/**
 * Every text we send, word for word. None says anything about the patient's health, names the drug
 * or the diagnosis, or is longer than one text message.
 */
enum Wording {
    CHECK_IN(
            "Stillwater: your check-in. How is today, 0 (worst) to 10 (best)? Reply with a number."
                    + " Reply STOP to end texts, HELP for help.",
            true),
    EMERGENCY(
            "Stillwater: if this is an emergency call 911. To talk to someone right now call or text 988,"
                    + " at any hour. Our care team will contact you.",
            false),
    NOT_UNDERSTOOD(
            "Stillwater: sorry, we did not understand. Please reply with one number from 0 (worst) to 10"
                    + " (best). Our care team reads your message too.",
            true),
    TEXTS_STOPPED(
            "Stillwater: you will get no more texts from us. Nothing else changes; see your patient portal."
                    + " Reply START to get texts again.",
            false),
    TEXTS_ALLOWED("Stillwater: texts are on again. Reply STOP to end texts, HELP for help.", true),
    HELP(
            "Stillwater: reply 0 to 10 to a check-in, or STOP to end texts. For help use your patient portal."
                    + " In an emergency call 911 or 988.",
            false);

    private final String words;
    private final boolean needsConsent;

    Wording(String words, boolean needsConsent) {
        this.words = words;
        this.needsConsent = needsConsent;
    }

    String words() {
        return words;
    }

    /**
     * Whether it goes only to those who want texts; an answer about an emergency goes to everybody.
     */
    boolean needsConsent() {
        return needsConsent;
    }

    /**
     * Whether we begin the conversation, and so keep the hours; who writes to us is answered at
     * once.
     */
    boolean keepsHours() {
        return this == CHECK_IN;
    }
}
