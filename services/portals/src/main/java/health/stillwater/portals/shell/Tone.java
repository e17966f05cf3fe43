package health.stillwater.portals.shell;

/** The color of a state. It is the third sign only: a shape and a word come first. */
public enum Tone {
    OK,
    WAIT,
    STOP,
    INFO,
    OPEN,
    QUIET
}
