package health.stillwater.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A physician says no: nothing is charged, and the patient reads why and where else to go. */
@Order(1)
class DeclinedJourneyTests {

    @Test
    void aDeclineCostsNothingAndIsKind() {
        try (var patient = Patient.enrolled()) {
            patient.books(Physician.HALLORAN);
            decides(patient);
            patient.waitsFor("/patient", "better looked after in a clinic");
            patient.looksAt("patient-declined");
            patient.opens("/patient/plan");
            patient.looksAt("patient-plan-declined");
            assertThat(patient.main()).containsText("nothing was charged");
            patient.opens("/patient/record");
            patient.page.locator("main a[href^='/patient/record/']").first().click();
            patient.looksAt("patient-decision-declined");
        }
    }

    /** The physician's whole way goes by keyboard. */
    private static void decides(Patient patient) {
        try (var physician = Physician.halloran();
                var stranger = Physician.natarajan()) {
            physician.putsTheMouseAway();
            var address = physician.meets(patient.name);
            physician.claims(address);
            seesNothing(stranger, address);
            physician.declines();
            physician.provesWhoTheyAre();
        }
    }

    /**
     * Without a license where the patient is, the case does not exist: not in the list, not by its
     * address.
     */
    private static void seesNothing(Physician stranger, String address) {
        stranger.opens("/physician");
        assertThat(stranger.main()).not().containsText("Florida");
        for (var below : new String[] {"", "/reports"}) {
            var answer = stranger.page.navigate(RunningSystem.app() + address + below);
            assertThat(answer.status()).isEqualTo(404);
        }
        stranger.looksAt("not-found");
    }
}
