package health.stillwater.rulebook;

import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.ProposalView.Outcome;
import health.stillwater.runtime.DatabaseClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes proposals, and the decision of a second person on each. */
@Component
class Proposals {

    private final JdbcClient jdbc;
    private final ProposalBook book;
    private final Shelf shelf;
    private final Settings settings;
    private final Switchboard switchboard;
    private final DatabaseClock clock;
    private final ApplicationEventPublisher events;

    Proposals(
            JdbcClient jdbc,
            ProposalBook book,
            Shelf shelf,
            Settings settings,
            Switchboard switchboard,
            DatabaseClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.book = book;
        this.shelf = shelf;
        this.settings = settings;
        this.switchboard = switchboard;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    ProposalOutcome propose(RowDraft draft) {
        var officer = Officer.now();
        var drafting = new Drafting(shelf.latest(), clock.now());
        return keep(drafting, drafting.row(draft), draft.reason(), null, officer);
    }

    @Transactional
    ProposalOutcome propose(ValueDraft draft) {
        var officer = Officer.now();
        var setting = settings.one(draft.path());
        var drafting = new Drafting(shelf.latest(), clock.now());
        var signedOn = setting.protocol() ? draft.signedOffOn() : null;
        return keep(drafting, drafting.value(setting, draft), draft.reason(), signedOn, officer);
    }

    @Transactional
    ProposalOutcome proposeVerified(List<String> rows, String reason) {
        var officer = Officer.now();
        var drafting = new Drafting(shelf.latest(), clock.now());
        return keep(drafting, drafting.verification(rows, reason), reason, null, officer);
    }

    private ProposalOutcome keep(
            Drafting drafting,
            Drafting.@Nullable Drafted drafted,
            String reason,
            @Nullable LocalDate signedOffOn,
            Officer officer) {
        if (drafted == null || !drafting.wrong().isEmpty()) {
            return new ProposalOutcome.NotValid(drafting.wrong());
        }
        var now = clock.now();
        var number =
                jdbc.sql(
                                """
                        insert into rulebook.proposal (kind, subject, change, based_on, words, reason, effective_on,
                            signed_off_by, signed_off_on, proposed_by, proposed_by_name, proposed_at)
                        values (:kind, :subject, cast(:change as jsonb), :basedOn, :words, :reason, :on,
                            :signedBy, :signedOn, :by, :name, :at) returning number""")
                        .param("kind", drafted.change().kind().name())
                        .param("subject", drafted.change().subject())
                        .param("change", drafted.change().json())
                        .param("basedOn", drafted.basedOn())
                        .param("words", drafted.words().toArray(String[]::new))
                        .param("reason", reason.strip())
                        .param("on", drafted.effectiveOn())
                        .param("signedBy", signedOffOn == null ? null : medicalDirector(now))
                        .param("signedOn", signedOffOn)
                        .param("by", officer.id())
                        .param("name", officer.name())
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single();
        events.publishEvent(new RuleChangeProposed(Objects.requireNonNull(number), now));
        return new ProposalOutcome.Proposed(number);
    }

    private String medicalDirector(Instant now) {
        var protocol = shelf.latest().at(now).pack().configuration().protocol();
        var director = protocol == null ? null : protocol.medicalDirector();
        if (director == null) {
            throw new Refusal.Forbidden(
                    "No medical director is named, so nobody can sign for the protocol.");
        }
        return director;
    }

    /** Agrees as the second person: in force from its day, or at once on the day itself. */
    @Transactional
    void approve(long number) {
        switchboard.openForChange();
        var kept = open(number, Outcome.APPROVED);
        var now = clock.now();
        var drafting = new Drafting(shelf.latest(), now);
        var obstacle = kept.obstacle(drafting);
        if (obstacle != null) {
            throw obstacle;
        }
        var signedBy = kept.view().signedOffBy();
        if (signedBy != null && !signedBy.equals(medicalDirector(now))) {
            throw new Refusal.Overtaken(
                    "The medical director is another person since. Propose it again, signed anew.");
        }
        decide(
                kept.view(),
                Outcome.APPROVED,
                "",
                now,
                drafting.begins(kept.change(), kept.view().effectiveOn()));
        events.publishEvent(new RuleChangeApproved(number, now));
    }

    @Transactional
    void reject(long number, String reason) {
        switchboard.openForChange();
        var kept = open(number, Outcome.REJECTED);
        var now = clock.now();
        decide(kept.view(), Outcome.REJECTED, reason.strip(), now, null);
        events.publishEvent(new RuleChangeRejected(number, now));
    }

    @Transactional
    void withdraw(long number) {
        switchboard.openForChange();
        var kept = open(number, Outcome.WITHDRAWN);
        var now = clock.now();
        decide(kept.view(), Outcome.WITHDRAWN, "", now, null);
        events.publishEvent(new RuleChangeWithdrawn(number, now));
    }

    /** The proposer takes back and never decides; everybody else decides and takes nothing back. */
    private ProposalBook.Kept open(long number, Outcome wanted) {
        var officer = Officer.now();
        var kept = book.one(number);
        if (!kept.view().open()) {
            throw ProposalBook.decided();
        }
        var own = kept.view().proposedBy().equals(officer.id());
        if (own && wanted != Outcome.WITHDRAWN) {
            throw new Refusal.Forbidden(
                    "You proposed this. It takes another compliance officer to decide.");
        }
        if (!own && wanted == Outcome.WITHDRAWN) {
            throw new Refusal.Forbidden("Only the one who proposed this may take it back.");
        }
        return kept;
    }

    private void decide(
            ProposalView proposal,
            Outcome outcome,
            String reason,
            Instant now,
            @Nullable Instant effectiveFrom) {
        var officer = Officer.now();
        jdbc.sql(
                        """
                        insert into rulebook.proposal_decision (number, proposed_by, outcome, decided_by, decided_by_name,
                            decided_at, reason, effective_from) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(proposal.number())
                .param(proposal.proposedBy())
                .param(outcome.name())
                .param(officer.id())
                .param(officer.name())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(reason)
                .param(effectiveFrom == null ? null : effectiveFrom.atOffset(ZoneOffset.UTC))
                .update();
    }
}
