package health.stillwater.pharmacy;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.RequestId;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.PrescriptionView;
import health.stillwater.rulebook.PrescriptionFacts;
import java.time.LocalDate;

/** The prescription of these tests, as its pharmacy reads it and as the gate does. */
final class Prescribed {

    private Prescribed() {}

    static PrescriptionView view(
            DecisionId decision, RequestId request, PatientId patient, PharmacyId pharmacy) {
        return new PrescriptionView(
                decision,
                request,
                patient,
                pharmacy,
                "ketamine hydrochloride (compounded), Schedule III",
                "100 mg",
                "sublingual troche",
                8,
                "eight",
                "Dissolve 2 troches under the tongue once a week.",
                28,
                0,
                LocalDate.parse("2026-11-24"),
                LocalDate.parse("2027-05-24"),
                "Dr. Reyes",
                "1234567893",
                "BW1388568",
                "ME 10177",
                "200 Harbor Avenue",
                "Rosa Delgado",
                LocalDate.parse("1984-04-17"),
                "14 Alder Street, Miami, FL 33101");
    }

    static PrescriptionFacts.Content content() {
        return new PrescriptionFacts.Content(
                "Rosa Delgado",
                "14 Alder Street, Miami, FL 33101",
                "ketamine hydrochloride (compounded), Schedule III",
                "100 mg",
                "sublingual troche",
                8,
                "eight",
                "Dissolve 2 troches under the tongue once a week.",
                "Dr. Reyes",
                "200 Harbor Avenue",
                "BW1388568",
                "ME 10177");
    }
}
