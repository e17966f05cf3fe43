package health.stillwater.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The whole way of one patient, by the hands of everybody who has a part in it. Last, because days
 * pass in it.
 */
@Order(2)
class ApprovedJourneyTests {

    @Test
    void fromTheFirstQuestionToACheckInThatBringsAHuman() {
        try (var patient = Patient.enrolled()) {
            patient.books(Physician.HALLORAN);
            decides(patient);
            RunningSystem.awaitsTheClinic();
            RunningSystem.isKilledAndStartedAgain();
            patient.waitsFor("/patient/plan", "Your membership is active");
            patient.looksAt("patient-plan");
            patient.opens("/patient/record");
            patient.main().locator("a[href^='/patient/record/']").first().click();
            patient.looksAt("patient-decision-approved");
            fills(patient);
            patient.waitsFor("/patient", "delivered");
            patient.looksAt("patient-delivered");
            answers(patient);
            follows();
            Compliance.looksAround();
            billing();
            asksForMore(patient);
        }
    }

    /** Weeks pass until the medicine nearly runs out; nothing more comes by itself. */
    private static void asksForMore(Patient patient) {
        patient.opens("/patient");
        assertThat(patient.main()).containsText("Nothing more is sent unless you ask");
        try (var desk = new Desk()) {
            desk.letsDaysPass(20);
        }
        patient.answersAnOpenCheckIn();
        patient.opens("/patient");
        patient.looksAt("patient-next-supply");
        patient.presses("Ask for my next supply");
        assertThat(patient.main()).containsText("Tell us how you are now");
        patient.looksAt("patient-next-asked");
        patient.answersAnew();
        patient.looksAt("patient-next-answered");
    }

    /** The physician's morning goes by keyboard alone. */
    private static void decides(Patient patient) {
        try (var physician = Physician.halloran()) {
            physician.putsTheMouseAway();
            var address = physician.meets(patient.name);
            physician.claims(address);
            physician.approves();
            physician.provesWhoTheyAre();
            Morning.goesOn(physician);
        }
    }

    private static void fills(Patient patient) {
        try (var pharmacist = Person.signedIn("ortiz", "/pharmacy")) {
            pharmacist.waitsFor("/pharmacy", patient.name);
            pharmacist.looksAt("pharmacy-orders");
            pharmacist
                    .page
                    .locator("tr", new Page.LocatorOptions().setHasText(patient.name))
                    .locator("a")
                    .first()
                    .click();
            pharmacist.looksAt("pharmacy-order");
            isNothingToOthers(pharmacist.page.url());
            pharmacist.page.locator("form[action$='/accept'] button").click();
            pharmacist.page.locator("form[action$='/compound'] button").click();
            pharmacist.looksAt("pharmacy-order-compounding");
            pharmacist.fills("carrier", "UPS");
            pharmacist.fills("tracking", "1Z999AA10123456784");
            pharmacist.presses("Record the shipment");
            pharmacist.looksAt("pharmacy-order-shipped");
            var now = ZonedDateTime.now(ZoneId.of("America/New_York"));
            pharmacist.fills("day", now.toLocalDate().toString());
            pharmacist.fills("time", now.format(DateTimeFormatter.ofPattern("HH:mm")));
            pharmacist.presses("Record the delivery");
            pharmacist.looksAt("pharmacy-order-delivered");
        }
    }

    /** Another pharmacy's order does not exist: not in the list, not by its address. */
    private static void isNothingToOthers(String order) {
        try (var stranger = Person.signedIn("reyes", "/pharmacy")) {
            assertThat(stranger.page.content())
                    .doesNotContain(order.substring(order.lastIndexOf('/') + 1));
            assertThat(stranger.page.navigate(order).status()).isEqualTo(404);
        }
    }

    /** Time passes at the desk until the first check-in is out; then the phone answers. */
    private static void answers(Patient patient) {
        try (var desk = new Desk()) {
            desk.letsTimePassUntilATextTo(patient.phone);
            patient.opens("/patient/check-ins");
            patient.looksAt("patient-check-ins");
            patient.follows("Answer my check-in");
            patient.looksAt("patient-how-are-you");
            patient.ticks("score", "6");
            patient.presses("Send my answer");
            assertThat(patient.main()).containsText("You answered 6 of 10");
            desk.replies(patient.phone, "3");
            desk.replies(patient.phone, "I want to die");
        }
        patient.waitsFor("/patient/check-ins", "I want to die");
        patient.looksAt("patient-check-ins-answered");
        patient.opens("/patient/record");
        patient.looksAt("patient-record");
    }

    private static void follows() {
        try (var physician = Physician.halloran()) {
            physician.waitsFor("/physician/follow-ups", "Alarming");
            physician.looksAt("physician-follow-ups");
            var alarm =
                    physician
                            .page
                            .locator("main a", new Page.LocatorOptions().setHasText("Alarming"))
                            .first();
            var address = alarm.getAttribute("href");
            alarm.click();
            physician.looksAt("physician-follow-up");
            physician.presses("Take the case up again");
            physician.looksAt("physician-again");
            physician.presses("Release");
            physician.opens(address);
            physician.fills(
                    "outcome",
                    "Called at once. Safe, sister is with her; visit booked for tomorrow.");
            physician.presses("Close the follow-up");
            physician.looksAt("physician-follow-up-closed");
        }
    }

    private static void billing() {
        try (var clerk = Person.signedIn("keller", "/billing")) {
            clerk.looksAt("billing");
            clerk.page.locator("main a[href*='/billing/accounts/']").first().click();
            clerk.looksAt("billing-account");
        }
    }
}
