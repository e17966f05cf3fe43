package health.stillwater.rulebook;

/** What one predicate found. */
record Finding(Answer answer, String reason) {

    static final Finding PASS = new Finding(Answer.PASS, "");

    static Finding unknown(String what) {
        return new Finding(Answer.UNKNOWN, what + ": not known");
    }
}
