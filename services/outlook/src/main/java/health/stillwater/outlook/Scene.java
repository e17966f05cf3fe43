package health.stillwater.outlook;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Forecast;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.PrescriptionFacts;
import health.stillwater.rulebook.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How things would stand at one instant. What is known of a physician or a pharmacy is put together
 * once, for all of their patients.
 */
final class Scene {

    private final Forecast rules;
    private final Licensing licensing;
    private final Supposition supposition;
    private final Map<PhysicianId, Facts> physicians = new HashMap<>();
    private final Map<PharmacyId, Facts> pharmacies = new HashMap<>();

    Scene(Forecast rules, Licensing licensing, Supposition supposition) {
        this.rules = rules;
        this.licensing = licensing;
        this.supposition = supposition;
    }

    Instant at() {
        return rules.at();
    }

    /** What would stop a new prescription for this person, written and filled at that instant. */
    List<Verdict> stops(Person person) {
        var facts =
                AskedAgain.person(person.facts(), at())
                        .and(of(person.physician()))
                        .and(of(person.pharmacy()))
                        .with(writtenThen(person));
        var consents = person.consents();
        return stops(consents == null ? facts : facts.withConsents(consents));
    }

    /** The same for any facts; that nobody holds the patient back is taken for granted. */
    List<Verdict> stops(Facts facts) {
        return rules.stops(Moment.FILL, facts.holds() == null ? facts.withHolds(List.of()) : facts);
    }

    Facts of(PhysicianId physician) {
        return physicians.computeIfAbsent(
                physician,
                id -> {
                    var known = licensing.factsOf(id).and(licensing.factsOfOrganization());
                    var facts = AskedAgain.physician(known, at());
                    return supposition instanceof Supposition.PhysicianLeaves(var who)
                                    && who.equals(id)
                            ? AskedAgain.gone(facts)
                            : facts;
                });
    }

    Facts of(PharmacyId pharmacy) {
        return pharmacies.computeIfAbsent(
                pharmacy,
                id -> {
                    var facts = AskedAgain.pharmacy(licensing.factsOf(id), at());
                    return supposition instanceof Supposition.PharmacyCloses(var which)
                                    && which.equals(id)
                            ? AskedAgain.closed(facts)
                            : facts;
                });
    }

    private PrescriptionFacts writtenThen(Person person) {
        var signer = person.physician().toString();
        return new PrescriptionFacts(
                null,
                signer,
                LocalDate.ofInstant(at(), person.zone()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new PrescriptionFacts.Signing(signer, signer, null, null, null, at()),
                null);
    }
}
