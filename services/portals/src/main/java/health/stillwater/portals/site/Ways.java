package health.stillwater.portals.site;

/** The addresses of the assessment. */
final class Ways {

    private static final String CHECK = "check";

    private Ways() {}

    /** A question by its key, or the page to check them all on. */
    static String to(String next) {
        return next.equals(CHECK) ? "/start/check" : "/start/questions/" + next;
    }
}
