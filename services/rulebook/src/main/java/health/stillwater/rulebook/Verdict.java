package health.stillwater.rulebook;

/**
 * One rule's answer.
 *
 * @param row the rule, as {@code D05}
 * @param reason for staff: what failed, or which fact is missing or how old it is; empty when it
 *     passes
 */
public record Verdict(String row, int version, Answer answer, String reason, Words words) {

    public boolean passes() {
        return answer == Answer.PASS;
    }
}
