package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Facts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything the gate must know about a text: what every room knows of the case, what the text
 * says, the treatment so far, and the pharmacy it names.
 */
@Component
class TextFacts {

    private final SupplyBook supply;
    private final Licensing licensing;

    TextFacts(SupplyBook supply, Licensing licensing) {
        this.supply = supply;
        this.licensing = licensing;
    }

    /**
     * Of a text that is about to be signed.
     *
     * @param known what the other rooms know of the case
     */
    Facts of(Facts known, FrozenText text, String signer, Instant now) {
        return of(known, text, text.hash(), signer, null, now);
    }

    /**
     * Of a text that was signed.
     *
     * @param currentHash the hash of what is stored now
     */
    Facts of(
            Facts known,
            FrozenText text,
            String currentHash,
            String signer,
            @Nullable Instant signedAt,
            Instant now) {
        var content = text.content();
        var course = supply.courseOf(PatientId.of(content.patient().id()));
        var facts =
                known.and(CourseFacts.of(course, content, now))
                        .with(SignedFacts.of(text, currentHash, signer, signedAt));
        var prescription = content.prescription();
        return prescription == null || prescription.pharmacy().isEmpty()
                ? facts
                : facts.and(licensing.factsOf(PharmacyId.of(prescription.pharmacy())));
    }
}
