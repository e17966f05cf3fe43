package health.stillwater.outlook;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.PharmacyView;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.rulebook.LocationFacts;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to do for somebody who would be stopped, so that nobody is left without a way on. A proposal
 * for the people who decide it.
 */
final class NextSteps {

    private static final Set<String> ABOUT_THE_PRESCRIBER =
            Set.of("D05", "D06", "D07", "D08", "D11");

    private final Scene prescribers;
    private final Scene dispensers;
    private final Licensing licensing;
    private final Map<PhysicianId, Integer> load;
    private final Map<UsState, Optional<PhysicianView>> physicians = new EnumMap<>(UsState.class);
    private final Map<UsState, Optional<PharmacyView>> pharmacies = new EnumMap<>(UsState.class);

    /**
     * @param prescribers the rows about a prescriber alone, at that instant
     * @param dispensers the row about the pharmacy alone
     * @param load how many patients each physician has
     */
    NextSteps(
            Scene prescribers,
            Scene dispensers,
            Licensing licensing,
            Map<PhysicianId, Integer> load) {
        this.prescribers = prescribers;
        this.dispensers = dispensers;
        this.licensing = licensing;
        this.load = load;
    }

    List<String> of(Sight.Seen seen, String physicianName) {
        var steps = new LinkedHashSet<String>();
        var state = seen.person().state();
        var evaluator = physicianName;
        var rows = seen.stops().stream().map(verdict -> verdict.row()).collect(Collectors.toSet());
        if (rows.stream().anyMatch(ABOUT_THE_PRESCRIBER::contains)) {
            var other = physician(state);
            steps.add(handOver(other, state));
            evaluator = other.map(PhysicianView::name).orElse("");
        }
        if (rows.contains("D01") && !evaluator.isEmpty()) {
            steps.add("Book an evaluation in person with " + evaluator);
        }
        if (rows.contains("D32")) {
            steps.add(send(pharmacy(state), state));
        }
        if (rows.contains("D19")) {
            steps.add("Ask the patient to prove their identity again");
        }
        if (rows.contains("D21")) {
            steps.add("Ask the patient to read and sign the forms again");
        }
        if (steps.isEmpty()) {
            steps.add("Refer to a clinician near the patient, and speak about tapering");
        }
        return List.copyOf(steps);
    }

    private String handOver(Optional<PhysicianView> other, UsState state) {
        return other.map(
                        who ->
                                "Hand over to "
                                        + who.name()
                                        + ", who may prescribe in "
                                        + state.title()
                                        + " and has "
                                        + load.getOrDefault(who.id(), 0)
                                        + " patients in care")
                .orElseGet(
                        () ->
                                "Refer to a clinician near the patient, and speak about tapering:"
                                        + " nobody of ours may prescribe in "
                                        + state.title());
    }

    private static String send(Optional<PharmacyView> other, UsState state) {
        return other.map(which -> "Send the next order to " + which.name())
                .orElseGet(
                        () ->
                                "Find a pharmacy: none of ours may ship to "
                                        + state.title()
                                        + ". Until then, speak about tapering");
    }

    /** Whoever may prescribe there then, and has the fewest patients. */
    private Optional<PhysicianView> physician(UsState state) {
        return physicians.computeIfAbsent(
                state,
                there ->
                        licensing.physiciansFor(there).stream()
                                .filter(
                                        who ->
                                                prescribers
                                                        .stops(
                                                                prescribers
                                                                        .of(who.id())
                                                                        .with(in(there)))
                                                        .isEmpty())
                                .min(Comparator.comparing(who -> load.getOrDefault(who.id(), 0))));
    }

    private Optional<PharmacyView> pharmacy(UsState state) {
        return pharmacies.computeIfAbsent(
                state,
                there ->
                        licensing.pharmacies().stream()
                                .filter(
                                        which ->
                                                dispensers
                                                        .stops(
                                                                dispensers
                                                                        .of(which.id())
                                                                        .with(in(there)))
                                                        .isEmpty())
                                .findFirst());
    }

    private static LocationFacts in(UsState state) {
        return new LocationFacts(state.name(), null, null, null, null, null);
    }
}
