package health.stillwater.portals.compliance;

import health.stillwater.kernel.UsState;
import health.stillwater.licensing.PharmacyView;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Tone;
import health.stillwater.rulebook.Indication;
import health.stillwater.rulebook.KillSwitch;
import health.stillwater.rulebook.KillSwitch.Said;
import health.stillwater.rulebook.KillSwitch.Scope;
import health.stillwater.rulebook.NewKillSwitch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Kill switches, and who looks at them.
 *
 * @param targets what may be stopped
 */
public record SwitchesPage(List<KillSwitch> all, List<Target> targets, UUID me, Instant now) {

    /** Something that may be stopped. */
    public record Target(Scope scope, String id, String name) {

        String value() {
            return scope == Scope.EVERYTHING ? scope.name() : scope.name() + ":" + id;
        }

        NewKillSwitch stopped(String reason) {
            return new NewKillSwitch(
                    scope, scope == Scope.EVERYTHING ? null : id, name, reason.strip());
        }
    }

    static List<Target> targets(
            List<UsState> states, List<PhysicianView> physicians, List<PharmacyView> pharmacies) {
        var targets = new ArrayList<Target>();
        targets.add(new Target(Scope.EVERYTHING, "", "All prescribing"));
        states.forEach(state -> targets.add(new Target(Scope.STATE, state.name(), state.title())));
        for (var indication : Indication.values()) {
            targets.add(new Target(Scope.INDICATION, indication.code(), name(indication)));
        }
        physicians.forEach(
                one -> targets.add(new Target(Scope.PHYSICIAN, one.id().toString(), one.name())));
        pharmacies.forEach(
                one -> targets.add(new Target(Scope.PHARMACY, one.id().toString(), one.name())));
        return targets;
    }

    private static String name(Indication indication) {
        return switch (indication) {
            case DEPRESSION -> "depression";
            case ANXIETY -> "anxiety";
            case PTSD -> "PTSD";
            case CHRONIC_PAIN -> "chronic pain";
            case CRPS -> "CRPS";
        };
    }

    public List<Choice> choices() {
        return targets.stream()
                .map(target -> Choice.of(target.value(), kind(target.scope()) + target.name()))
                .toList();
    }

    Optional<Target> chosen(String value) {
        return targets.stream().filter(target -> target.value().equals(value)).findAny();
    }

    private static String kind(Scope scope) {
        return switch (scope) {
            case EVERYTHING -> "";
            case STATE -> "State: ";
            case INDICATION -> "Indication: ";
            case PHYSICIAN -> "Physician: ";
            case PHARMACY -> "Pharmacy: ";
        };
    }

    public List<KillSwitch> stopping() {
        return all.stream().filter(KillSwitch::stops).toList();
    }

    public List<KillSwitch> over() {
        return all.stream().filter(each -> !each.stops()).toList();
    }

    public static String title(KillSwitch each) {
        return kind(each.scope()) + each.title();
    }

    public static String word(KillSwitch each) {
        return switch (each.last().said()) {
            case THROWN -> "Stopped, waits for a second person";
            case CONFIRMED, RELEASE_REFUSED -> "Stopped by two";
            case RELEASE_ASKED -> "Stopped, release waits for a second person";
            case LIFTED -> "Lifted";
            case RELEASED -> "Released";
        };
    }

    public static Tone tone(KillSwitch each) {
        if (!each.stops()) {
            return Tone.QUIET;
        }
        return each.waits() ? Tone.WAIT : Tone.STOP;
    }

    /** One word about it, as a sentence. */
    public static String told(KillSwitch.Word word) {
        var what =
                switch (word.said()) {
                    case THROWN -> "Stopped";
                    case CONFIRMED -> "Confirmed";
                    case LIFTED -> "Lifted";
                    case RELEASE_ASKED -> "Release asked for";
                    case RELEASE_REFUSED -> "Release refused";
                    case RELEASED -> "Released";
                };
        return what + " by " + word.byName() + ", " + Moments.full(word.at(), Moments.HOUSE) + ".";
    }

    /** Words this reader may give next; none where another person must speak. */
    public List<Choice> next(KillSwitch each) {
        var mine = each.last().by().equals(me);
        return switch (each.last().said()) {
            case THROWN ->
                    mine
                            ? List.of()
                            : List.of(
                                    new Choice(
                                            Said.CONFIRMED.name(),
                                            "Confirm it",
                                            "It stays until two agree to release it."),
                                    new Choice(Said.LIFTED.name(), "Lift it", "It ends at once."));
            case CONFIRMED, RELEASE_REFUSED ->
                    List.of(
                            new Choice(
                                    Said.RELEASE_ASKED.name(),
                                    "Ask for its release",
                                    "It holds on until another person agrees."));
            case RELEASE_ASKED -> released(mine);
            case LIFTED, RELEASED -> List.of();
        };
    }

    private static List<Choice> released(boolean mine) {
        var refuse =
                new Choice(
                        Said.RELEASE_REFUSED.name(),
                        mine ? "Take the request back" : "Refuse the release",
                        "It holds on.");
        return mine
                ? List.of(refuse)
                : List.of(
                        new Choice(Said.RELEASED.name(), "Release it", "It ends at once."), refuse);
    }
}
