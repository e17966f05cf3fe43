package health.stillwater.prescribing;

import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs any text, as if everything Java knows about a patient's course were gone, and the gate said
 * yes to all: with a claim, a fresh factor, and evidence of this moment. Only the database is left.
 */
@TestComponent
class Forger {

    private final Signings signings;
    private final Decisions decisions;
    private final TextFacts facts;
    private final ReviewQueue queue;
    private final Rulebook rulebook;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TestClock clock;

    Forger(
            Signings signings,
            Decisions decisions,
            TextFacts facts,
            ReviewQueue queue,
            Rulebook rulebook,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            TestClock clock) {
        this.signings = signings;
        this.decisions = decisions;
        this.facts = facts;
        this.queue = queue;
        this.rulebook = rulebook;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a text says otherwise; what is null stays as it is. */
    record Otherwise(
            @Nullable PrescriberVerdict verdict,
            SignedText.@Nullable Prescription prescription,
            @Nullable DecisionId about,
            @Nullable DecisionId supersedes) {

        static Otherwise verdict(PrescriberVerdict verdict) {
            return new Otherwise(verdict, null, null, null);
        }

        static Otherwise nothing() {
            return new Otherwise(null, null, null, null);
        }
    }

    void signs(SigningRoom room, SignedText shown, Otherwise otherwise) {
        Actors.does(
                Actors.physician(room.reyes),
                () -> transaction.executeWithoutResult(_ -> write(room, shown, otherwise)));
    }

    private void write(SigningRoom room, SignedText shown, Otherwise otherwise) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        jdbc.sql(
                        "update prescribing.signing set state = 'VOID' where request_id = ? and state = 'OPEN'")
                .param(room.request.value())
                .update();
        var text = FrozenText.freeze(saying(room, shown, id, otherwise));
        var signing =
                signings.saveAndFlush(
                        new Signing(
                                id, room.request, room.patient, room.reyes, room.fence, text, now));
        var known =
                facts.of(queue.factsOf(room.request, room.reyes), text, room.reyes.toString(), now);
        var judged = rulebook.judge(Moment.SIGNING, now, known);
        var gate =
                rulebook.snapshot(judged, known)
                        .replace("\"answer\":\"FAIL\"", "\"answer\":\"PASS\"")
                        .replace("\"answer\":\"UNKNOWN\"", "\"answer\":\"PASS\"")
                        .replace("\"allowed\":false", "\"allowed\":true");
        var factor =
                new SecondFactor(SecondFactor.LEVEL, now, signing.nonce(), room.reyes.toString());
        var bundle = EvidenceBundle.of(signing, factor, now, gate, Optional.empty());
        decisions.saveAndFlush(new SignedDecision(signing, factor, now, bundle, leaf()));
    }

    private long leaf() {
        return jdbc.sql("select least(min(leaf), 0) - 1 from prescribing.decision")
                .query(Long.class)
                .single();
    }

    private static SignedText saying(
            SigningRoom room, SignedText shown, UUID id, Otherwise otherwise) {
        var verdict = otherwise.verdict() == null ? shown.verdict() : otherwise.verdict();
        return new SignedText(
                shown.format(),
                id.toString(),
                room.request.toString(),
                verdict,
                verdict.needsReason() ? DecisionReason.of(verdict).getFirst() : null,
                shown.words(),
                shown.benefitRisk(),
                shown.clinicalDifference(),
                shown.patient(),
                shown.prescriber(),
                otherwise.prescription() == null ? shown.prescription() : otherwise.prescription(),
                shown.issueDate(),
                shown.zone(),
                shown.statement(),
                verdict.concernsOne() ? named(otherwise.about(), shown.about()) : null,
                named(otherwise.supersedes(), shown.supersedes()),
                shown.elsewhere(),
                shown.second());
    }

    private static @Nullable String named(@Nullable DecisionId otherwise, @Nullable String shown) {
        return otherwise == null ? shown : otherwise.toString();
    }
}
