package health.stillwater.prescribing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.ReviewQueue;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the vendor of electronic prescribing is told: first the intention, with the signature; then
 * the call, outside every transaction; then what came of it. While that is unknown it is asked.
 */
@Component
class VendorFile {

    private static final Logger LOG = LoggerFactory.getLogger(VendorFile.class);

    private enum State {
        PLANNED,
        SENT_UNKNOWN,
        DONE,
        REFUSED
    }

    private final EpcsSettings settings;
    private final EpcsVendor vendor;
    private final Decisions decisions;
    private final ReviewQueue review;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    VendorFile(
            EpcsSettings settings,
            EpcsVendor vendor,
            Decisions decisions,
            ReviewQueue review,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.settings = settings;
        this.vendor = vendor;
        this.decisions = decisions;
        this.review = review;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** A prescription was signed, in the caller's transaction. Nothing where none is connected. */
    void plan(SignedDecision signed) {
        if (!settings.connected()) {
            return;
        }
        var now = clock.instant();
        jdbc.sql(
                        "insert into prescribing.vendor_filing (decision_id, patient_id, state, attempts, since)"
                                + " values (?, ?, 'PLANNED', 0, ?)")
                .params(
                        signed.getId().value(),
                        signed.patient().value(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        PrescribingTasks.FILE.instance(signed.getId().toString()).scheduledTo(now));
    }

    /** Takes the next step; answers whether nothing more is to be done. */
    boolean runs(DecisionId decision) {
        return switch (stateOf(decision)) {
            case PLANNED -> {
                becomes(decision, State.SENT_UNKNOWN, null);
                yield settled(decision, vendor.file(decision, bundle(decision)));
            }
            case SENT_UNKNOWN -> {
                var reply = vendor.ask(decision);
                yield reply instanceof EpcsVendor.Reply.NeverHeardOfIt
                        ? settled(decision, vendor.file(decision, bundle(decision)))
                        : settled(decision, reply);
            }
            case DONE, REFUSED -> true;
        };
    }

    private boolean settled(DecisionId decision, EpcsVendor.Reply reply) {
        return switch (reply) {
            case EpcsVendor.Reply.HasIt(var reference) -> {
                becomes(decision, State.DONE, reference);
                yield true;
            }
            case EpcsVendor.Reply.TurnedAway(var status) -> {
                LOG.error("Decision {}: the vendor turned it away with {}", decision, status);
                transaction.executeWithoutResult(_ -> refused(decision, status));
                yield true;
            }
            case EpcsVendor.Reply.NeverHeardOfIt _, EpcsVendor.Reply.Unknown _ -> false;
        };
    }

    /** Somebody must see to it: the pharmacy will not get it that way. */
    private void refused(DecisionId decision, int status) {
        becomes(decision, State.REFUSED, null);
        review.openFollowUp(
                decisions.findById(decision).orElseThrow().patient(),
                FollowUpReason.PRESCRIPTION_NOT_FILED,
                "The vendor of electronic prescribing answered "
                        + status
                        + " to decision "
                        + decision
                        + " and does not have it. Ask operations what was wrong, and how the pharmacy gets it.");
    }

    private State stateOf(DecisionId decision) {
        return transaction.execute(
                _ ->
                        State.valueOf(
                                jdbc.sql(
                                                "select state from prescribing.vendor_filing where decision_id = ?")
                                        .param(decision.value())
                                        .query(String.class)
                                        .single()));
    }

    private String bundle(DecisionId decision) {
        return transaction.execute(_ -> decisions.findById(decision).orElseThrow().bundle());
    }

    private void becomes(DecisionId decision, State next, @Nullable String reference) {
        transaction.executeWithoutResult(
                _ ->
                        jdbc.sql(
                                        "update prescribing.vendor_filing set state = ?, reference = ?,"
                                                + " attempts = attempts + 1, since = ? where decision_id = ?")
                                .param(next.name())
                                .param(reference)
                                .param(clock.instant().atOffset(ZoneOffset.UTC))
                                .param(decision.value())
                                .update());
    }
}
