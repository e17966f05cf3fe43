package health.stillwater.rulebook;

/**
 * What a rule answers. Only {@code PASS} lets an act happen: not knowing stops it as surely as
 * failing.
 */
public enum Answer {
    PASS,
    FAIL,
    UNKNOWN
}
