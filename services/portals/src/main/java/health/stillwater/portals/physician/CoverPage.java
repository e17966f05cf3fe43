package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.Moments;
import health.stillwater.review.CoverView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who covers for whom.
 *
 * @param mine who looks after my patients now
 * @param others those whose patients I look after
 * @param colleagues who may prescribe in one of my states
 */
public record CoverPage(
        Optional<CoverView> mine, List<CoverView> others, List<PhysicianView> colleagues) {

    public List<Choice> choices() {
        return colleagues.stream()
                .map(
                        colleague ->
                                new Choice(
                                        colleague.id().toString(),
                                        colleague.name(),
                                        colleague.states().stream()
                                                .sorted()
                                                .map(state -> state.title())
                                                .collect(Collectors.joining(", "))))
                .toList();
    }

    boolean mayCover(String colleague) {
        return colleagues.stream().anyMatch(each -> each.id().toString().equals(colleague));
    }

    public String name(PhysicianId physician) {
        return colleagues.stream()
                .filter(each -> each.id().equals(physician))
                .map(PhysicianView::name)
                .findFirst()
                .orElse("A colleague");
    }

    public String until(CoverView cover) {
        return Moments.full(cover.until(), Moments.HOUSE);
    }
}
