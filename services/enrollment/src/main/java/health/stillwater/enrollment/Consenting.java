package health.stillwater.enrollment;

import health.stillwater.enrollment.ConsentBook.Hand;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.ConsentForm;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Forms on one side, signatures on the other: which are signed, signing them, taking them back. */
@Component
class Consenting {

    private static final String MESSAGING = "messaging";

    private final ConsentBook book;
    private final Rulebook rulebook;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Consenting(ConsentBook book, Rulebook rulebook, ApplicationEventPublisher news, Clock clock) {
        this.book = book;
        this.rulebook = rulebook;
        this.news = news;
        this.clock = clock;
    }

    List<ConsentView> of(PatientId patient) {
        var lines = book.latest(patient);
        return rulebook.consentForms().stream()
                .map(form -> ConsentBook.view(form, lines.get(form.kind()), clock.instant()))
                .toList();
    }

    boolean complete(PatientId patient) {
        return of(patient).stream()
                .allMatch(consent -> consent.status() == ConsentView.Status.SIGNED);
    }

    boolean allowsMessages(PatientId patient) {
        return of(patient).stream()
                .filter(consent -> consent.form().kind().equals(MESSAGING))
                .anyMatch(consent -> consent.status() == ConsentView.Status.SIGNED);
    }

    void sign(Patient patient, Set<String> kinds, String typedName, String ip) {
        var name = patient.told().name();
        var typed = typedName.strip().replaceAll("\\s+", " ");
        if (!typed.equalsIgnoreCase(name)) {
            throw new Refusal.Forbidden(
                    "Type your full name as you gave it under “About you”: " + name + ".");
        }
        if (kinds.isEmpty()) {
            throw new Refusal.Forbidden("Tick each form that you agree to.");
        }
        var now = clock.instant();
        kinds.stream()
                .map(this::form)
                .forEach(form -> book.sign(patient.id(), form, new Hand(typed, ip), now));
        news.publishEvent(new ConsentsSigned(patient.id(), now));
    }

    void withdraw(Patient patient, String kind, String ip) {
        var signed = book.latest(patient.id()).get(kind);
        if (signed == null || !signed.signed()) {
            throw new Refusal.Forbidden(
                    "You have not signed this form, so there is nothing to take back.");
        }
        var hand = new Hand(patient.told().name(), ip);
        book.withdraw(patient.id(), form(kind), hand, clock.instant());
        news.publishEvent(new ConsentWithdrawn(patient.id(), clock.instant()));
    }

    private ConsentForm form(String kind) {
        return rulebook.consentForms().stream()
                .filter(form -> form.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refusal.Missing("This form"));
    }
}
