package health.stillwater.dev;

/** Something stands in the way, said with what to do about it. */
class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotStart(String whatToDo) {
        super(whatToDo);
    }

    CannotStart(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
