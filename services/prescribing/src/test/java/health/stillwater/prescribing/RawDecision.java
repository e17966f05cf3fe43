package health.stillwater.prescribing;

import health.stillwater.testing.Actors;
import java.time.ZoneOffset;
import java.util.Objects;

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
        var now = room.clock.instant();
        room.transaction.executeWithoutResult(
                _ ->
                        room.jdbc
                                .sql(
                                        """
                        insert into prescribing.decision (id, request_id, patient_id, physician_id, pharmacy_id, verdict, fence,
                            shown, shown_hash, factor_acr, factor_at, factor_nonce, factor_subject, signed_at, issue_date,
                            zone, bundle, bundle_hash, leaf)
                        values (:id, :request, :patient, :physician, :pharmacy, 'APPROVE', :fence,
                            :shown, :hash, 'gold', :factor, :nonce, :subject, :now, :day,
                            'America/New_York', :bundle, encode(sha256(convert_to(:bundle, 'UTF8')), 'hex'),
                            (select least(min(leaf), 0) - 1 from prescribing.decision))""")
                                .param("pharmacy", room.elsewhere.pharmacy().value())
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
}
