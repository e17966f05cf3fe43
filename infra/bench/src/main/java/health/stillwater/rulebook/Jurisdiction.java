package health.stillwater.rulebook;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a state asks, as the fact of a rule engine. */
public record Jurisdiction(
        String state,
        boolean painEnabled,
        boolean registersPrescribers,
        boolean registersOrganizations,
        boolean wordsNeeded,
        boolean screenNeeded) {

    static List<Jurisdiction> of(World world) {
        var all = new ArrayList<Jurisdiction>();
        var rules = world.rules;
        for (var state : world.states) {
            var fields = rules.required("contentFields").required(state);
            all.add(
                    new Jurisdiction(
                            state,
                            rules.required("tracks")
                                    .required(state)
                                    .required("crps")
                                    .asString()
                                    .equals("enabled"),
                            lists(rules.required("cdsStates"), state),
                            lists(rules.required("organisationRegistrationStates"), state),
                            lists(fields, "quantityWords"),
                            rules.required("painStandards")
                                    .required(state)
                                    .path("urineDrugScreenMonths")
                                    .isNumber()));
        }
        return all;
    }

    private static boolean lists(JsonNode list, String value) {
        for (var each : list) {
            if (each.asString().equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** By which a rule engine may index. */
    public String getState() {
        return state;
    }
}
