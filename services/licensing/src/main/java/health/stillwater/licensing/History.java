package health.stillwater.licensing;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.rulebook.Facts;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** How things stood: every term of every credential, and the gate's view of a past instant. */
@Component
class History {

    private final Terms terms;
    private final Confirmations confirmations;
    private final Physicians physicians;
    private final Standing standing;

    History(Terms terms, Confirmations confirmations, Physicians physicians, Standing standing) {
        this.terms = terms;
        this.confirmations = confirmations;
        this.physicians = physicians;
        this.standing = standing;
    }

    Facts factsOf(PhysicianId physician, Instant at) {
        var stood = terms.of(physician, at);
        var seen = confirmations.lastSeen(stood.stream().map(Term::credentialId).toList(), at);
        var held =
                stood.stream().map(term -> term.heldAt(at, seen.get(term.credentialId()))).toList();
        return physicians
                .findById(physician)
                .map(known -> standing.factsOf(known, held, at))
                .orElse(Facts.none());
    }

    /** The latest first. */
    List<TermView> of(Holder holder) {
        return terms.ofHolder(holder.physician(), holder.pharmacy(), holder.organization()).stream()
                .map(Term::view)
                .toList();
    }
}
