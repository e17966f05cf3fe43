package health.stillwater.outlook;

import health.stillwater.billing.SubscriptionEnded;
import health.stillwater.enrollment.AddressChecked;
import health.stillwater.enrollment.ConsentWithdrawn;
import health.stillwater.enrollment.ConsentsSigned;
import health.stillwater.enrollment.IdentityProofed;
import health.stillwater.enrollment.PatientDescribed;
import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.licensing.CredentialSuspended;
import health.stillwater.pharmacy.OrderDelivered;
import health.stillwater.pharmacy.OrderShipped;
import health.stillwater.prescribing.PrescriptionApproved;
import health.stillwater.prescribing.PrescriptionDeclined;
import health.stillwater.prescribing.PrescriptionEnded;
import health.stillwater.visits.EvaluatedInPerson;
import health.stillwater.visits.EvaluationStruck;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The news that may change who is stopped when. Each has the patient read anew. */
@Component
class Hearing {

    private final Register register;
    private final Losses losses;

    Hearing(Register register, Losses losses) {
        this.register = register;
        this.losses = losses;
    }

    @ApplicationModuleListener(id = "outlook.prescribed")
    void on(PrescriptionApproved news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.stopped")
    void on(PrescriptionEnded news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.declined")
    void on(PrescriptionDeclined news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.shipped")
    void on(OrderShipped news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.delivered")
    void on(OrderDelivered news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.evaluated")
    void on(EvaluatedInPerson news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.evaluation-struck")
    void on(EvaluationStruck news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.signed-forms")
    void on(ConsentsSigned news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.withdrew-a-form")
    void on(ConsentWithdrawn news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.proved-identity")
    void on(IdentityProofed news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.moved")
    void on(PatientDescribed news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.address-checked")
    void on(AddressChecked news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.membership-ended")
    void on(SubscriptionEnded news) {
        read(news);
    }

    @ApplicationModuleListener(id = "outlook.lost-a-credential")
    void on(CredentialSuspended news) {
        losses.write(news);
    }

    private void read(DomainEvent news) {
        PatientId patient = news.subject();
        if (patient != null) {
            register.read(patient);
        }
    }
}
