package health.stillwater.portals.physician;

import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.prescribing.SecondRequest;
import health.stillwater.review.CaseView;
import health.stillwater.review.PauseKind;
import health.stillwater.review.PauseView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague wants to know of a second physician.
 *
 * @param asked what waits for an opinion; null when nothing does
 * @param second what waits for a second signature; null when only an opinion is asked
 */
public record OpinionPage(
        CaseView view, @Nullable PauseView asked, @Nullable SecondRequest second) {

    private static final String YES = "yes";
    private static final String NO = "no";

    /** What waits for an opinion; null when nothing does. */
    static @Nullable PauseView open(List<PauseView> pauses) {
        return pauses.stream()
                .filter(pause -> pause.kind() == PauseKind.SECOND_OPINION)
                .filter(pause -> pause.end().isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** To agree where a signature is asked is to sign. */
    public List<Choice> answers() {
        var no = Choice.of(NO, "I do not agree");
        return second == null ? List.of(Choice.of(YES, "I agree with going on"), no) : List.of(no);
    }

    FieldErrors errors(String agrees, String words) {
        if (words.isBlank()) {
            return FieldErrors.of("words", "Write down what you think, and why.");
        }
        if (answers().stream().noneMatch(answer -> answer.value().equals(agrees))) {
            return FieldErrors.of(
                    "agrees",
                    second == null
                            ? "Say whether you agree."
                            : "Say that you do not agree, or sign above.");
        }
        return FieldErrors.none();
    }
}
