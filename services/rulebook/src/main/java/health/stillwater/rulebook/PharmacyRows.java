package health.stillwater.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pharmacy, and the way of the prescription to it. */
final class PharmacyRows {

    private PharmacyRows() {}

    /** D32. */
    static Finding pharmacy(Matter matter) {
        var pharmacy = matter.facts().pharmacy();
        if (pharmacy == null) {
            return Finding.unknown("pharmacy");
        }
        var checks = new Checks(matter);
        var home = pharmacy.homeState();
        valid(
                checks,
                pharmacy.homeLicense(),
                Freshness.Of.PHARMACY,
                matter.todayIn(home),
                "pharmacy's home license");
        var state = matter.state();
        if (home == null || state == null) {
            checks.unknown("pharmacy's registration in the patient's state");
        } else if (!home.equals(state)) {
            var registration = CredentialRows.entry(pharmacy.registrations(), state);
            checks.in(state);
            valid(
                    checks,
                    registration,
                    Freshness.Of.PHARMACY,
                    matter.todayIn(state),
                    "pharmacy's registration");
            checks.in(null);
        }
        valid(
                checks,
                pharmacy.dea(),
                Freshness.Of.PHARMACY,
                matter.federalToday(),
                "pharmacy's DEA registration");
        return checks.yes(pharmacy.compoundingCompetent(), "pharmacy competent to compound")
                .yes(pharmacy.epcsCapable(), "pharmacy takes electronic prescriptions")
                .no(pharmacy.suspended(), "pharmacy not suspended")
                .finding();
    }

    /** A registration that is active, not past its last day, and lately looked up. */
    static void valid(
            Checks checks,
            @Nullable Registration registration,
            Freshness.Of limit,
            @Nullable LocalDate today,
            String what) {
        if (registration == null) {
            checks.unknown(what);
        } else if (checks.fresh(registration.observedAt(), limit, what)) {
            checks.same(registration.status(), CredentialStatus.ACTIVE, what)
                    .unexpired(today, registration.expiresOn(), what);
        }
    }

    /** D41. One message, after signing, acknowledged; or, at hand-off, none yet. */
    static Finding transmitted(Matter matter) {
        var sending = matter.facts().transmission();
        var prescription = matter.facts().prescription();
        var status = sending == null ? null : sending.status();
        var checks = new Checks(matter);
        if (prescription == null) {
            checks.unknown("prescription");
        } else {
            checks.that(prescription.cancelledAt() == null, "prescription not canceled");
        }
        if (sending == null || status == null) {
            return checks.unknown("hand-off to the pharmacy").finding();
        }
        var messages = sending.messageIds();
        switch (status) {
            case NOT_SENT ->
                    checks.that(matter.moment() == Moment.HAND_OFF, "prescription sent")
                            .yes(
                                    messages == null ? null : (Boolean) messages.isEmpty(),
                                    "no message before the sending");
            case ERROR -> checks.that(false, "message delivered");
            case SENT -> {
                once(checks, matter, sending);
                checks.unknown("pharmacy's acknowledgement");
            }
            case VERIFIED -> once(checks, matter, sending);
        }
        return checks.finding();
    }

    private static void once(Checks checks, Matter matter, TransmissionFacts sending) {
        var messages = sending.messageIds();
        var sentAt = sending.sentAt();
        var signedAt = matter.signedAt();
        checks.yes(
                        messages == null ? null : (Boolean) (messages.size() == 1),
                        "exactly one message")
                .no(
                        sentAt == null || signedAt == null
                                ? null
                                : (Boolean) sentAt.isBefore(signedAt),
                        "sent after signing");
    }

    /** D42. */
    static Finding messagesAnswered(Matter matter) {
        var messages = matter.facts().pharmacyMessages();
        if (messages == null) {
            return Finding.unknown("pharmacist's messages");
        }
        var checks = new Checks(matter);
        if (messages.queries() == null) {
            checks.unknown("pharmacist's questions");
        }
        for (var query :
                Objects.requireNonNullElse(
                        messages.queries(), List.<PharmacyMessageFacts.Query>of())) {
            var answered = query.answeredAt();
            checks.that(
                    answered != null && !answered.isAfter(matter.at()),
                    "pharmacist's question answered");
        }
        var rejection = messages.rejection();
        if (rejection != null) {
            checks.yes(rejection.returnedToQueue(), "rejection returned to the queue")
                    .no(rejection.resentAutomatically(), "rejection not sent again by itself");
        }
        return checks.finding();
    }

    /** D43. */
    static Finding unchanged(Matter matter) {
        var prescription = matter.facts().prescription();
        var signing = matter.signing();
        return new Checks(matter)
                .same(
                        prescription == null ? null : prescription.currentHash(),
                        signing == null ? null : signing.payloadHash(),
                        "prescription unchanged since it was signed")
                .finding();
    }
}
