package health.stillwater.kernel;

/** A request we understood and will not carry out; the message is fit for the person who asked. */
public abstract sealed class Refusal extends RuntimeException {

    private Refusal(String message) {
        super(message);
    }

    /** There is no such thing, or it is not for this person: the two are never told apart. */
    public static final class Missing extends Refusal {
        public Missing(String what) {
            super(what + " was not found.");
        }
    }

    /** Someone else got there first, or the page is older than what it shows. */
    public static final class Overtaken extends Refusal {
        public Overtaken(String message) {
            super(message);
        }
    }

    /** A rule of the program forbids it. */
    public static final class Forbidden extends Refusal {
        public Forbidden(String message) {
            super(message);
        }
    }
}
