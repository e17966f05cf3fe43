package health.stillwater.prescribing;

import health.stillwater.testing.Actors;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision past all Java, as somebody with the application's password would write it. */
final class RawDecision {

    private RawDecision() {}

    /** The evidence that signing would leave, without the signature. */
    static String evidenceOf(SigningRoom room, SigningRequest ready) {
        return Objects.requireNonNull(
                SigningRoom.as(
                        room.reyes,
                        () ->
                                room.transaction.execute(
                                        status -> {
                                            room.prescribing.sign(
                                                    ready.id(), room.reyes, room.freshFor(ready));
                                            var id = new DecisionId(ready.id());
                                            status.setRollbackOnly();
                                            return room.prescribing.record(id).bundle();
                                        })));
    }

    static void writes(SigningRoom room, SigningRequest ready, String evidence, int factorAge) {
        Actors.does(Actors.physician(room.reyes), () -> insert(room, ready, evidence, factorAge));
    }

    /** As whoever acts. */
    static void insert(SigningRoom room, SigningRequest ready, String evidence, int factorAge) {
        insert(room, ready, evidence, factorAge, Map.of());
    }

    /**
     * @param otherwise what the row says otherwise than its text does, by the name of the parameter
     */
    static void insert(
            SigningRoom room,
            SigningRequest ready,
            String evidence,
            int factorAge,
            Map<String, Object> otherwise) {
        var now = room.clock.instant();
        var text = ready.text();
        var told = new HashMap<String, @Nullable Object>();
        told.put("verdict", text.verdict().name());
        told.put("reason", text.reason() == null ? null : text.reason().name());
        told.put(
                "pharmacy", text.prescription() == null ? null : room.elsewhere.pharmacy().value());
        told.put("about", uuid(text.about()));
        told.put("supersedes", uuid(text.supersedes()));
        told.putAll(otherwise);
        room.transaction.executeWithoutResult(
                _ ->
                        room.jdbc
                                .sql(
                                        """
                        insert into prescribing.decision (id, request_id, patient_id, physician_id, pharmacy_id, verdict, reason, fence,
                            shown, shown_hash, factor_acr, factor_at, factor_nonce, factor_subject, signed_at, issue_date,
                            zone, bundle, bundle_hash, leaf, about, supersedes)
                        values (:id, :request, :patient, :physician, cast(:pharmacy as uuid), :verdict, :reason, :fence,
                            :shown, :hash, 'gold', :factor, :nonce, :subject, :now, :day,
                            'America/New_York', :bundle, encode(sha256(convert_to(:bundle, 'UTF8')), 'hex'),
                            (select least(min(leaf), 0) - 1 from prescribing.decision),
                            cast(:about as uuid), cast(:supersedes as uuid))""")
                                .params(told)
                                .param(
                                        "factor",
                                        now.minusSeconds(factorAge).atOffset(ZoneOffset.UTC))
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("day", ready.text().issueDate())
                                .param("id", ready.id())
                                .param("request", room.request.value())
                                .param("patient", room.patient.value())
                                .param("physician", room.reyes.value())
                                .param("subject", room.reyes.toString())
                                .param("fence", room.fence)
                                .param("shown", FrozenText.freeze(ready.text()).canonical())
                                .param("hash", ready.hash())
                                .param("nonce", ready.nonce())
                                .param("bundle", evidence)
                                .update());
    }

    private static @Nullable UUID uuid(@Nullable String id) {
        return id == null ? null : UUID.fromString(id);
    }
}
