package health.stillwater.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** What may be wrong with a request, one thing for each row that depends on the state, and more. */
final class Mistakes {

    /** One way to spoil facts. */
    private interface Mistake {
        void make(ObjectNode facts, String state, Instant at);
    }

    private static final List<Mistake> ALL =
            List.of(
                    (facts, _, at) -> seen(object(facts, "location"), at, 86_400),
                    (facts, _, _) -> object(facts, "delivery", "address").put("state", "ZZ"),
                    (facts, _, _) ->
                            object(facts, "delivery", "addressValidation").put("status", "invalid"),
                    (facts, _, _) -> object(facts, "clinical").put("indication", "crps"),
                    (facts, _, _) -> object(facts, "clinical").put("indication", "ptsd"),
                    (facts, _, _) ->
                            object(facts, "clinical", "primaryDiagnosis").put("code", "Z00"),
                    (facts, _, _) -> pain(facts).put("lastVisitOn", "2026-03-09"),
                    (facts, _, _) -> pain(facts).put("agreementSigned", false),
                    (facts, _, _) -> pain(facts).put("urineDrugScreenOn", "2025-06-09"),
                    (facts, state, _) ->
                            object(facts, "organisation", "registrations", state)
                                    .put("status", "suspended"),
                    (facts, state, at) ->
                            seen(
                                    object(facts, "organisation", "registrations", state),
                                    at,
                                    2_592_001),
                    (facts, _, _) -> content(facts).putNull("quantityWords"),
                    (facts, _, _) -> content(facts).put("quantityWords", "nine"),
                    (facts, _, _) -> content(facts).put("prescriberLicense", ""),
                    (facts, _, _) -> content(facts).put("strength", " "),
                    (facts, state, at) -> seen(object(facts, "pdmp", "reports", state), at, 86_401),
                    (facts, state, _) ->
                            object(facts, "pdmp", "reports", state).put("requestId", "rq-earlier"),
                    (facts, _, _) -> object(facts, "pharmacy").put("suspended", true),
                    (facts, state, _) ->
                            object(facts, "pharmacy", "registrations", state)
                                    .put("expiresOn", "2026-06-09"),
                    (facts, _, at) -> seen(object(facts, "pharmacy", "homeLicense"), at, 2_592_001),
                    (facts, _, _) -> object(facts, "delivery", "address").put("kind", "po_box"),
                    (facts, _, _) -> object(facts, "delivery").put("adultSignatureRequired", false),
                    (facts, _, _) -> object(facts, "identity").put("duplicate", true),
                    (facts, _, _) -> object(facts, "vitals").put("heartRate", 120));

    private Mistakes() {}

    static void make(ObjectNode facts, String state, Instant at, Random random) {
        ALL.get(random.nextInt(ALL.size())).make(facts, state, at);
    }

    private static ObjectNode pain(ObjectNode facts) {
        object(facts, "clinical").put("indication", "crps");
        return object(facts, "clinical", "painStandards");
    }

    private static ObjectNode content(ObjectNode facts) {
        return object(facts, "prescription", "content");
    }

    private static void seen(ObjectNode fact, Instant at, long secondsAgo) {
        fact.put("observedAt", at.minusSeconds(secondsAgo).toString());
    }

    private static ObjectNode object(ObjectNode facts, String... path) {
        var inner = facts;
        for (var name : path) {
            inner = (ObjectNode) inner.required(name);
        }
        return inner;
    }
}
