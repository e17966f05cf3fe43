package health.stillwater.rulebook;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The person: who they are, how old, what they agreed to, who sits with them. */
final class PersonRows {

    private PersonRows() {}

    /** D19. */
    static Finding identity(Matter matter) {
        var proof = matter.facts().identity();
        if (proof == null) {
            return Finding.unknown("identity proof");
        }
        var checks = new Checks(matter);
        if (!checks.freshMonths(
                proof.observedAt(), matter.rules().identityProofMonths(), "identity proof")) {
            return checks.finding();
        }
        checks.same(
                        proof.idDocument(),
                        IdentityFacts.DocumentCheck.VERIFIED,
                        "identity document verified")
                .same(proof.liveness(), IdentityFacts.LivenessCheck.PASSED, "liveness check passed")
                .yes(proof.nameMatch(), "name matches")
                .yes(proof.dateOfBirthMatch(), "date of birth matches")
                .yes(proof.addressMatch(), "address matches")
                .no(proof.duplicate(), "no second account")
                .no(proof.deceased(), "person is living");
        var asked = selfieAsked(matter);
        if (asked == null) {
            checks.unknown("whether this is a first prescription");
        } else if (asked) {
            checks.yes(proof.selfieMatch(), "selfie matches");
        }
        return checks.finding();
    }

    /** At enrollment always, at signing for a first prescription. */
    private static @Nullable Boolean selfieAsked(Matter matter) {
        return switch (matter.moment()) {
            case ENROLLMENT -> true;
            case QUEUE, CLAIM, HAND_OFF, FILL -> false;
            case SIGNING ->
                    matter.requestKind() == null
                            ? null
                            : (Boolean) (matter.requestKind() == RequestFacts.Kind.FIRST);
        };
    }

    /** D20. A person born on 29 February comes of age on 1 March. */
    static Finding adult(Matter matter) {
        var patient = matter.facts().patient();
        if (patient == null
                || patient.dateOfBirth() == null
                || !Boolean.TRUE.equals(patient.dateOfBirthVerified())) {
            return Finding.unknown("verified date of birth");
        }
        var prescription = matter.facts().prescription();
        var day =
                switch (matter.moment()) {
                    case ENROLLMENT, QUEUE, CLAIM -> matter.today();
                    case SIGNING, HAND_OFF, FILL ->
                            prescription == null ? null : prescription.issueDate();
                };
        var age = matter.rules().adultAge();
        if (day == null || age == null) {
            return Finding.unknown("day on which the age counts");
        }
        return new Checks(matter)
                .that(
                        ChronoUnit.YEARS.between(patient.dateOfBirth(), day) >= age,
                        "patient is an adult")
                .finding();
    }

    /** D21. */
    static Finding consents(Matter matter) {
        var versions = matter.rules().consentVersions();
        var consents = matter.facts().consents();
        if (versions == null || consents == null) {
            return Finding.unknown("consents");
        }
        var checks = new Checks(matter);
        for (var form : versions.entrySet()) {
            consent(checks, matter, form.getKey(), form.getValue(), consents.get(form.getKey()));
        }
        return checks.finding();
    }

    private static void consent(
            Checks checks,
            Matter matter,
            String kind,
            String version,
            @Nullable ConsentFacts consent) {
        if (consent == null || consent.status() == null) {
            checks.unknown("consent " + kind);
            return;
        }
        if (consent.status() != ConsentFacts.Status.SIGNED) {
            checks.that(false, "consent signed: " + kind);
            return;
        }
        if (!checks.freshMonths(consent.signedAt(), matter.rules().consentMonths(), kind)) {
            return;
        }
        if (!version.equals(consent.version())) {
            if (consent.version() == null) {
                checks.unknown("version of consent " + kind);
            } else {
                checks.that(false, "consent in version " + version + ": " + kind);
            }
        }
        if (kind.equals("treatment")) {
            var risks = matter.rules().treatmentRisks();
            var known = consent.risksAcknowledged();
            checks.yes(
                            risks == null || known == null
                                    ? null
                                    : (Boolean) known.containsAll(risks),
                            "every risk acknowledged")
                    .yes(consent.notApprovedStatement(), "statement on approval acknowledged");
        }
    }

    /** D31. */
    static Finding sitter(Matter matter) {
        var sitter = matter.facts().sitter();
        if (sitter == null) {
            return Finding.unknown("support person");
        }
        var checks =
                new Checks(matter)
                        .written(sitter.name(), "support person named")
                        .atLeast(
                                sitter.age(),
                                matter.rules().adultAge(),
                                "support person is an adult")
                        .yes(sitter.consentSigned(), "support person's consent signed");
        if (matter.decisive()) {
            checks.same(
                    sitter.confirmedForRequestId(),
                    matter.requestId(),
                    "support person confirmed for this request");
        }
        return checks.finding();
    }
}
