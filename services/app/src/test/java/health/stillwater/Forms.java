package health.stillwater;

import health.stillwater.AccessMatrix.Route;
import java.util.HashMap;
import java.util.Map;

/** What a form of ours sends, by its address. */
final class Forms {

    /** What a form carries by itself, before anybody typed a word. */
    private static final Map<String, Map<String, String>> CARRIED =
            Map.of(
                    "/physician/cases/{request}/renewal", Map.of("fence", "0"),
                    "/physician/cases/{request}/leave", Map.of("fence", "0"),
                    "/physician/cases/{request}/aside", Map.of("fence", "0"),
                    "/physician/cases/{request}/draft", Map.of("version", "0"),
                    "/physician/cases/{request}/signings", Map.of("fence", "0"),
                    "/physician/cases/{request}/second-signature", Map.of("fence", "0"),
                    "/patient/texts", Map.of("wanted", "true"));

    private static final Map<String, Map<String, String>> TYPED =
            Map.ofEntries(
                    Map.entry("/start/questions/{key}", Map.of("answer", "FL")),
                    Map.entry("/start/waiting-list", Map.of("email", "rosa@example.com")),
                    Map.entry(
                            "/physician/cases/{request}/reports",
                            Map.of(
                                    "state",
                                    "NJ",
                                    "reportId",
                                    "report 7",
                                    "findings",
                                    "nothing unexpected")),
                    Map.entry("/physician/cases/{request}/draft", Written.approval().fields()),
                    Map.entry(
                            "/physician/cases/{request}/signings",
                            underItsClaim(Written.approval().fields())),
                    Map.entry("/physician/cases/{request}/renewal", underItsClaim(Map.of())),
                    Map.entry(
                            "/physician/cases/{request}/second-signature", underItsClaim(Map.of())),
                    Map.entry(
                            "/physician/cases/{request}/aside",
                            underItsClaim(Map.of("act", "ASK", "words", "Which dose?"))),
                    Map.entry(
                            "/physician/cases/{request}/opinion",
                            Map.of("agrees", "yes", "words", "I agree.")),
                    Map.entry("/physician/visits/{visit}/start", Map.of("county", Care.ESSEX)),
                    Map.entry("/physician/visits/{visit}/note", Map.of("modality", "NONE")),
                    Map.entry(
                            "/physician/visits/{visit}/evaluation",
                            Map.of(
                                    "on", "2026-11-20",
                                    "place", "Ocala clinic",
                                    "document", "note 114")),
                    Map.entry(
                            "/physician/evaluations/{evaluation}/strike",
                            Map.of("reason", "The wrong patient.")),
                    Map.entry("/compliance/patients", Map.of("number", "SW-00000000")),
                    Map.entry(
                            "/physician/follow-ups/{id}/close",
                            Map.of("outcome", "I called; a friend is there.")),
                    Map.entry(
                            "/pharmacy/orders/{order}/ship",
                            Map.of("carrier", "UPS", "tracking", "1Z999AA10123456784")),
                    Map.entry(
                            "/pharmacy/orders/{order}/deliver",
                            Map.of("day", "2026-11-24", "time", "12:00")),
                    Map.entry(
                            "/pharmacy/orders/{order}/refuse",
                            Map.of("reason", "CANNOT_COMPOUND", "note", "No stock.")),
                    Map.entry(
                            "/billing/accounts/{patient}/invoices/{invoice}/refunds",
                            Map.of("amount", "1.00", "reason", "DUPLICATE", "confirmed", "yes")));

    private Forms() {}

    /** As it is sent when nothing was typed. */
    static Map<String, String> empty(Route route) {
        return CARRIED.getOrDefault(route.path(), Map.of());
    }

    /**
     * As it is sent when everything was typed that it asks for: only the thing itself can stand in
     * the way.
     */
    static Map<String, String> filled(Route route) {
        var fields = new HashMap<>(empty(route));
        fields.putAll(TYPED.getOrDefault(route.path(), Map.of()));
        return fields;
    }

    private static Map<String, String> underItsClaim(Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.put("fence", "1");
        return fields;
    }
}
