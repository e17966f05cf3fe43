package health.stillwater.rulebook;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/**
 * Camunda's DMN engine: one decision table of twelve rows, each with the condition of a row as its
 * input. What the state asks and the license come in as variables, looked up here.
 */
final class DmnPeer {

    private static final Map<String, String> CONDITIONS = new LinkedHashMap<>();

    static {
        CONDITIONS.put(
                "D03",
                "placeDay = today and addressState = state and addressValid and addressDay = today");
        CONDITIONS.put(
                "D04",
                "(indication = \"depression\" and (starts with(code, \"F32\") or starts with(code, \"F33\")))"
                        + " or (indication = \"crps\" and painEnabled and (starts with(code, \"G90.5\")"
                        + " or starts with(code, \"G56.4\") or starts with(code, \"G57.7\")))");
        CONDITIONS.put(
                "D05",
                "licenseActive and not(encumbered) and physicians and licenseUntil >= today"
                        + " and suspendedFrom > at and licenseSeen >= at - 86400");
        CONDITIONS.put(
                "D06",
                "deaActive and deaCovers and deaNumber and deaUntil >= today and deaSeen >= at - 86400");
        CONDITIONS.put(
                "D07",
                "not(registersPrescribers) or (cdsActive and cdsState = state and cdsUntil >= today"
                        + " and cdsSeen >= at - 2592000)");
        CONDITIONS.put(
                "D08",
                "state != \"FL\" or not(pain) or (designated and profileSeen >= at - 2592000)");
        CONDITIONS.put(
                "D09",
                "not(pain) or (examined and planned and agreed and visitGoodUntil >= today"
                        + " and (not(screenNeeded) or screenGoodUntil >= today))");
        CONDITIONS.put(
                "D10",
                "not(registersOrganizations) or (orgActive and orgUntil >= today"
                        + " and orgSeen >= at - 2592000)");
        CONDITIONS.put(
                "D14",
                "not(matches(strength, \"^\\s*$\")) and wordsSpell"
                        + " and (if wordsNeeded then words != \"\" else license != \"\")");
        CONDITIONS.put("D17", "reportRead and reportSeen >= at - 86400");
        CONDITIONS.put(
                "D32",
                "able and homeActive and homeUntil >= today and homeSeen >= at - 2592000"
                        + " and (homeState = state or (permitActive and permitUntil >= today"
                        + " and permitSeen >= at - 2592000)) and pharmacyDeaActive"
                        + " and pharmacyDeaUntil >= today and pharmacyDeaSeen >= at - 2592000");
        CONDITIONS.put("D33", "adult and street and not(held) and addressState = state");
    }

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision decision;
    private final Map<String, Jurisdiction> states = new HashMap<>();
    private final Map<String, LicenseFact> licenses = new HashMap<>();

    DmnPeer(World world) {
        decision =
                engine.parseDecision(
                        "stops",
                        new ByteArrayInputStream(table().getBytes(StandardCharsets.UTF_8)));
        Jurisdiction.of(world).forEach(each -> states.put(each.state(), each));
        LicenseFact.of(world).forEach(each -> licenses.put(each.physician(), each));
    }

    /** The rows that stop. */
    List<String> ask(Map<String, Object> request) {
        var variables = new HashMap<>(request);
        var state = Objects.requireNonNull(states.get(request.get("state")));
        variables.put("painEnabled", state.painEnabled());
        variables.put("registersPrescribers", state.registersPrescribers());
        variables.put("registersOrganizations", state.registersOrganizations());
        variables.put("wordsNeeded", state.wordsNeeded());
        variables.put("screenNeeded", state.screenNeeded());
        var license = Objects.requireNonNull(licenses.get(request.get("physician")));
        variables.put("licenseActive", license.active());
        variables.put("encumbered", license.encumbered());
        variables.put("physicians", license.physicians());
        variables.put("licenseUntil", license.until());
        variables.put("suspendedFrom", license.suspendedFrom());
        variables.put("licenseSeen", license.seen());
        var rows = new ArrayList<String>();
        for (var row : engine.evaluateDecisionTable(decision, variables)) {
            rows.add(row.getSingleEntry());
        }
        return rows;
    }

    private static String table() {
        var inputs = new StringBuilder();
        var rules = new StringBuilder();
        for (var row : CONDITIONS.keySet()) {
            inputs.append("<input id=\"i").append(row).append("\"><inputExpression id=\"e");
            inputs.append(row).append("\" typeRef=\"boolean\"><text><![CDATA[");
            inputs.append(CONDITIONS.get(row)).append("]]></text></inputExpression></input>\n");
            rules.append("<rule id=\"r").append(row).append("\">");
            for (var column : CONDITIONS.keySet()) {
                rules.append("<inputEntry id=\"c").append(row).append(column).append("\"><text>");
                rules.append(column.equals(row) ? "false" : "").append("</text></inputEntry>");
            }
            rules.append("<outputEntry id=\"o").append(row).append("\"><text>\"").append(row);
            rules.append("\"</text></outputEntry></rule>\n");
        }
        return """
               <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
               <decision id="stops" name="stops"><decisionTable id="t" hitPolicy="COLLECT">
               """
                + inputs
                + "<output id=\"o\" name=\"row\" typeRef=\"string\"/>\n"
                + rules
                + "</decisionTable></decision></definitions>";
    }
}
