package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.testing.Actors;
import health.stillwater.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A decision written past all Java is taken only with evidence that holds, of this moment. */
class GateOnceMoreRoomTests extends SigningRoom {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Value("${spring.datasource.url}")
    String address;

    private SigningRequest ready;
    private ObjectNode evidence;

    @BeforeEach
    void evidenceThatHolds() {
        ready = ready(Forms.approving());
        evidence = (ObjectNode) JSON.readTree(RawDecision.evidenceOf(this, ready));
    }

    private void writes() {
        RawDecision.writes(this, ready, JSON.writeValueAsString(evidence), 0);
    }

    private void assertRefused(String why) {
        assertThatThrownBy(this::writes).rootCause().hasMessageContaining(why);
        assertThat(decisions()).isZero();
    }

    @Test
    void evidenceThatHoldsIsTaken() {
        writes();
        assertThat(decisions()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/decision | \"another\" | of something else",
                "/request | \"another\" | of something else",
                "/patient | \"another\" | of something else",
                "/verdict | \"DECLINE\" | of something else",
                "/textHash | \"another\" | of something else",
                "/signer/id | \"another\" | of something else",
                "/gate/moment | \"C\" | of something else",
                "/gate/actor/kind | \"SYSTEM\" | of something else",
                "/gate/actor/id | \"another\" | of something else",
                "/gate/at | \"2026-11-24T16:59:59Z\" | not judged when it was signed",
                "/gate/at | null | not judged when it was signed",
                "/gate/allowed | false | did not allow it",
                "/gate/verdicts | [] | did not pass",
                "/gate/verdicts/0/answer | \"UNKNOWN\" | did not allow it",
                "/gate/verdicts/0/answer | null | did not allow it",
                "/bindingRows | [\"D05\", \"D35\", \"D36\"] | did not allow it",
                "/gate/rulebookVersion | \"2025.01\" | by rules in force",
                "/gate/facts/rulePack/evaluatedVersion | \"2025.01\" | by rules in force",
                "/gate/facts/rulePack/status | \"draft\" | by rules in force",
                "/gate/facts/rulePack/approvedBy | [\"one\", \"one\"] | by rules in force",
                "/gate/facts/prescriber/id | \"another\" | the license does not run",
                "/gate/facts/prescriber/licenses/FL/status | \"suspended\" | the license does not run",
                "/gate/facts/prescriber/licenses/FL/expiresOn | \"2026-11-23\" | the license does not run",
                "/gate/facts/prescriber/licenses/FL/expiresOn | null | the license does not run",
                "/gate/facts/prescriber/licenses/FL/suspendedFrom | \"2026-11-24T17:00:00Z\" | the license does not run",
                "/gate/facts/prescriber/licenses | {} | the license does not run",
                "/gate/facts/prescriber/deaRegistrations/FL/expiresOn | \"2026-11-23\" | the DEA registration does not run",
                "/gate/facts/prescriber/deaRegistrations | {} | the DEA registration does not run",
                "/gate/facts/prescriber/epcs | {\"accessRevokedAt\": \"2026-11-24T17:00:00Z\"} | access to signing was revoked",
                "/gate/configuration/cdsStates | [\"FL\"] | the state registration does not run",
                "/gate/configuration/stateZones | {} | the license does not run",
                "/gate/configuration/federalBasis/temporaryRuleEndsAt | \"2026-11-24T16:59:59Z\" | the temporary rule has ended",
                "/gate/facts/pharmacy/id | \"another\" | another pharmacy",
                "/gate/facts/holds | [{\"placedAt\": \"2026-11-24T17:00:00Z\"}] | on hold",
                "/gate/facts/holds | [{}] | on hold",
            })
    void evidenceThatDoesNotHoldIsRefused(String where, String json, String why) {
        var parent =
                (tools.jackson.databind.node.ContainerNode<?>)
                        evidence.at(where.substring(0, where.lastIndexOf('/')));
        var name = where.substring(where.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, JSON.readTree(json));
        } else {
            throw new AssertionError(where);
        }
        assertRefused(why);
    }

    @ParameterizedTest
    @CsvSource({"D05", "D06", "D35", "D36"})
    void aRowThatWasNotAskedDidNotPass(String row) {
        var verdicts = (tools.jackson.databind.node.ArrayNode) evidence.at("/gate/verdicts");
        verdicts.removeIf(verdict -> verdict.get("row").asString().equals(row));
        assertRefused("did not pass");
    }

    @Test
    void theLastDayCountsToItsEndAndASuspensionFromItsInstant() {
        var license = (ObjectNode) evidence.at("/gate/facts/prescriber/licenses/FL");
        license.put("expiresOn", "2026-11-24");
        license.put("suspendedFrom", "2026-11-24T17:00:01Z");
        writes();
        assertThat(decisions()).isEqualTo(1);
    }

    @Test
    void anEvaluationInPersonOutlivesTheTemporaryRule() {
        var basis = (ObjectNode) evidence.at("/gate/configuration/federalBasis");
        basis.put("temporaryRuleEndsAt", "2026-11-24T16:59:59Z");
        var federal = ((ObjectNode) evidence.at("/gate/facts")).putObject("federal");
        var evaluation = federal.putObject("inPersonRegister").putArray("evaluations").addObject();
        evaluation.put("practitionerId", quill.toString());
        evaluation.put("on", "2026-11-01");
        evaluation.put("evidenceDocument", "note 1");
        assertRefused("the temporary rule has ended");
        evaluation.put("practitionerId", reyes.toString());
        evaluation.put("on", "2026-11-25");
        assertRefused("the temporary rule has ended");
        evaluation.put("on", "2026-11-24");
        writes();
        assertThat(decisions()).isEqualTo(1);
    }

    @Test
    void whereTheClockIsRealASignatureIsOfThisMoment() {
        var database = address.substring(address.lastIndexOf('/') + 1);
        TestDatabase.clockIsReal(database);
        try {
            assertRefused("not signed now");
            assertThatThrownBy(() -> sign(ready, freshFor(ready)))
                    .rootCause()
                    .hasMessageContaining("not signed now");
            assertThatThrownBy(
                            () ->
                                    Actors.does(
                                            Actors.physician(reyes),
                                            () ->
                                                    transaction.executeWithoutResult(
                                                            _ -> {
                                                                jdbc.sql(
                                                                                "select set_config('house.clock', 'moved', true)")
                                                                        .query()
                                                                        .singleRow();
                                                                writes();
                                                            })))
                    .rootCause()
                    .hasMessageContaining("not signed now");
        } finally {
            TestDatabase.clockIsMoved(database);
        }
        assertThat(decisions()).isZero();
    }
}
