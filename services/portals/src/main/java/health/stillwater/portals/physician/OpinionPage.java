package health.stillwater.portals.physician;

import health.stillwater.portals.shell.Choice;
import health.stillwater.review.CaseView;
import health.stillwater.review.PauseKind;
import health.stillwater.review.PauseView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a colleague wants to know of a second physician. */
public record OpinionPage(CaseView view, List<PauseView> pauses) {

    /** What waits for an opinion; null when nothing does. */
    public @Nullable PauseView asked() {
        return pauses.stream()
                .filter(pause -> pause.kind() == PauseKind.SECOND_OPINION)
                .filter(pause -> pause.end().isEmpty())
                .findFirst()
                .orElse(null);
    }

    public List<Choice> answers() {
        return List.of(
                Choice.of("yes", "I agree with going on"), Choice.of("no", "I do not agree"));
    }
}
