package health.stillwater.portals.physician;

import health.stillwater.licensing.PhysicianView;
import health.stillwater.portals.shell.Choice;
import health.stillwater.review.CaseView;
import health.stillwater.review.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be done with a case short of deciding it. */
public record AsidePage(CaseView view, List<PhysicianView> colleagues) {

    public @Nullable Claim claim() {
        return view.claim().orElse(null);
    }

    public List<Choice> acts() {
        return List.of(
                new Choice(
                        AsideForm.Act.ASK.name(),
                        "Ask the patient",
                        "Our clock stands still until they answer."),
                new Choice(
                        AsideForm.Act.DEFER.name(),
                        "Put it off",
                        "It comes back to you at the time you say."),
                new Choice(
                        AsideForm.Act.HAND_OVER.name(),
                        "Hand it to a colleague",
                        "They are offered it first."),
                new Choice(
                        AsideForm.Act.SECOND_OPINION.name(),
                        "Ask for a second opinion",
                        "Nobody decides before another physician has answered."),
                new Choice(
                        AsideForm.Act.ESCALATE.name(),
                        "Put it before compliance",
                        "The medical director and compliance answer; then it is yours again."));
    }

    public List<Choice> people() {
        return colleagues.stream()
                .map(colleague -> Choice.of(colleague.id().toString(), colleague.name()))
                .toList();
    }
}
