package health.stillwater.prescribing;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Rulebook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether the protocol asks a second physician's signature, and whether there is one. */
@Component
class SecondRule {

    private final Seconds seconds;
    private final Licensing licensing;
    private final Rulebook rulebook;

    SecondRule(Seconds seconds, Licensing licensing, Rulebook rulebook) {
        this.seconds = seconds;
        this.licensing = licensing;
        this.rulebook = rulebook;
    }

    /** The text, naming the second signature that was given for just this, if one was. */
    SignedText named(SignedText text) {
        var prescription = text.prescription();
        if (prescription == null) {
            return text;
        }
        var asker = PhysicianId.of(text.prescriber().id());
        return seconds.signed(RequestId.of(text.request()), asker).stream()
                .filter(second -> second.covers(prescription))
                .findFirst()
                .map(second -> text.with(second.named(nameOf(second.signer()))))
                .orElse(text);
    }

    /**
     * Above how many milligrams a session a second signature is asked, when this text is above them
     * and names none.
     */
    Optional<BigDecimal> missing(SignedText text, Facts facts, Instant now) {
        var prescription = text.prescription();
        if (prescription == null || text.second() != null) {
            return Optional.empty();
        }
        var mg = Dose.of(prescription).mgPerSession();
        return rulebook.secondSignatureAbove(facts, now).filter(above -> mg.compareTo(above) > 0);
    }

    /** Everything the second signer was shown and signed; empty when there is no second. */
    Optional<String> evidence(SignedText text) {
        return Optional.ofNullable(text.second())
                .map(named -> UUID.fromString(named.id()))
                .flatMap(seconds::findById)
                .map(SecondSignature::evidence);
    }

    private String nameOf(PhysicianId physician) {
        return licensing.physician(physician).name();
    }
}
