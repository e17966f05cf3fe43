package health.stillwater.prescribing;

import health.stillwater.kernel.PharmacyId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells later rooms what a signed decision means for them. */
@Component
class Announcing {

    private final SupplyBook supply;
    private final VendorFile vendor;
    private final ApplicationEventPublisher events;

    Announcing(SupplyBook supply, VendorFile vendor, ApplicationEventPublisher events) {
        this.supply = supply;
        this.vendor = vendor;
        this.events = events;
    }

    void tell(SignedDecision signed) {
        var decision = signed.getId();
        var request = signed.request();
        var patient = signed.patient();
        var physician = signed.physician();
        var at = signed.signedAt();
        events.publishEvent(
                new DecisionSigned(decision, request, patient, physician, signed.leaf(), at));
        ended(signed).forEach(events::publishEvent);
        switch (signed.verdict()) {
            case APPROVE, RENEW, CHANGE -> {
                PharmacyId pharmacy = signed.pharmacy();
                if (pharmacy == null) {
                    throw new IllegalStateException("prescribed for no pharmacy: " + decision);
                }
                vendor.plan(signed);
                events.publishEvent(
                        new PrescriptionApproved(
                                decision, request, patient, physician, pharmacy, at));
            }
            case DECLINE, REFER ->
                    events.publishEvent(
                            new PrescriptionDeclined(decision, request, patient, physician, at));
            case STOP -> {}
        }
    }

    /** The prescriptions of which nothing more may be filled from now on. */
    private List<PrescriptionEnded> ended(SignedDecision signed) {
        var ended = new ArrayList<PrescriptionEnded>();
        var about = signed.about();
        if (about != null && signed.verdict().endsOne()) {
            var how =
                    signed.verdict() == PrescriberVerdict.STOP
                            ? PrescriptionEnded.How.STOPPED
                            : PrescriptionEnded.How.CHANGED;
            ended.add(ended(signed, about, how));
        }
        var corrected = signed.supersedes();
        if (corrected != null) {
            supply.courseOf(signed.patient())
                    .find(corrected)
                    .filter(found -> found.verdict().prescribes())
                    .ifPresent(
                            _ ->
                                    ended.add(
                                            ended(
                                                    signed,
                                                    corrected,
                                                    PrescriptionEnded.How.CORRECTED)));
        }
        return ended;
    }

    private static PrescriptionEnded ended(
            SignedDecision signed, DecisionId prescription, PrescriptionEnded.How how) {
        return new PrescriptionEnded(
                prescription,
                signed.getId(),
                how,
                signed.patient(),
                signed.physician(),
                signed.signedAt());
    }
}
