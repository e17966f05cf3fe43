package health.stillwater.portals.compliance;

import health.stillwater.outlook.Outlook;
import health.stillwater.outlook.Supposition;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Tone;
import health.stillwater.rulebook.ProposalView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Proposals, and who looks at them.
 *
 * @param me may take back what is mine, and decide what is not
 */
public record ProposalsPage(List<ProposalView> all, UUID me, Instant now) {

    public List<ProposalView> open() {
        return all.stream().filter(ProposalView::open).toList();
    }

    public List<ProposalView> decided() {
        return all.stream().filter(proposal -> !proposal.open()).toList();
    }

    public boolean mine(ProposalView proposal) {
        return proposal.proposedBy().equals(me);
    }

    public static String title(ProposalView proposal) {
        return switch (proposal.kind()) {
            case ROW -> "Row " + proposal.subject();
            case VALUE -> "A value";
            case VERIFICATION -> "Verification";
        };
    }

    /** What is supposed when it is, in a sentence without its end. */
    static String supposed(ProposalView proposal) {
        var title = title(proposal);
        return "Proposal "
                + proposal.number()
                + " is approved ("
                + Character.toLowerCase(title.charAt(0))
                + title.substring(1)
                + ", from "
                + Moments.date(proposal.effectiveOn())
                + ")";
    }

    /** Where to see whom it would stop: on its first day, or today when that has come. */
    public String future(ProposalView proposal) {
        var today = LocalDate.ofInstant(now, Moments.HOUSE);
        var on = proposal.effectiveOn().isAfter(today) ? proposal.effectiveOn() : today;
        return "/compliance/future?on="
                + on
                + "&suppose="
                + new Supposition.Proposed(proposal.number()).code();
    }

    /** Whether it changes a row by which nobody can be counted. */
    public boolean uncounted(ProposalView proposal) {
        return proposal.kind() == ProposalView.Kind.ROW && !Outlook.counts(proposal.subject());
    }

    public String word(ProposalView proposal) {
        var decision = proposal.decision();
        if (decision == null) {
            return mine(proposal) ? "Waits for another person" : "Waits for you or another";
        }
        return switch (decision.outcome()) {
            case APPROVED -> "Approved";
            case REJECTED -> "Rejected";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    public Tone tone(ProposalView proposal) {
        var decision = proposal.decision();
        if (decision == null) {
            return Tone.WAIT;
        }
        return switch (decision.outcome()) {
            case APPROVED -> Tone.OK;
            case REJECTED -> Tone.STOP;
            case WITHDRAWN -> Tone.QUIET;
        };
    }

    /** Who proposed it, and when. */
    public String by(ProposalView proposal) {
        return proposal.proposedByName()
                + ", "
                + Moments.full(proposal.proposedAt(), Moments.HOUSE);
    }

    /** What became of it, in a sentence; empty while it waits. */
    public String decision(ProposalView proposal) {
        var decision = proposal.decision();
        if (decision == null) {
            return "";
        }
        var from = decision.effectiveFrom();
        return word(proposal)
                + " by "
                + decision.byName()
                + ", "
                + Moments.full(decision.at(), Moments.HOUSE)
                + "."
                + (from == null ? "" : " In force from " + Moments.full(from, Moments.HOUSE) + ".")
                + (decision.reason().isBlank() ? "" : " “" + decision.reason() + "”");
    }
}
