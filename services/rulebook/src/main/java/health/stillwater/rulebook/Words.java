package health.stillwater.rulebook;

/**
 * What a rule says when it does not pass, to each who must hear it. The patient's sentence names no
 * drug and no diagnosis.
 */
public record Words(String patient, String prescriber, String operations) {}
