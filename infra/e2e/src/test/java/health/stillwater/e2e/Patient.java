package health.stillwater.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** A patient, from the first question on. */
final class Patient extends Person {

    private static final String PASSWORD = "a long enough phrase 7";

    final String name = "Elena " + surname();
    final String phone = "+1305555%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));

    private Patient() {
        super(
                "patient" + ThreadLocalRandom.current().nextInt(1_000_000) + "@example.com",
                PASSWORD);
    }

    /** Somebody in Miami who did everything that comes before the visit. */
    static Patient enrolled() {
        var patient = new Patient();
        try {
            patient.enrolls();
            return patient;
        } catch (RuntimeException | AssertionError stuck) {
            patient.close();
            throw stuck;
        }
    }

    private void enrolls() {
        takesTheAssessment();
        opensAnAccount();
        saysWhoTheyAre();
        provesIdentity();
        signsTheForms();
        savesACard();
        saysWhereTheyAre();
        sendsTheEnrollment();
    }

    private void takesTheAssessment() {
        new AssessmentPages(page)
                .begin()
                .answer(Answers.ofSomebodyWhoMayQualify("FL", "12086"))
                .send();
        assertThat(page.locator("h1")).containsText("You may qualify");
        page.locator("main a.btn-primary").click();
    }

    /** Whether one is open depends on the hour of the day. */
    void answersAnOpenCheckIn() {
        opens("/patient");
        if (main().getByText("Answer my check-in").count() > 0) {
            follows("Answer my check-in");
            ticks("score", "6");
            presses("Send my answer");
            assertThat(page.locator("h1")).containsText("How you have been");
        }
    }

    /** The same questions as at the start, on the way to the next supply. */
    void answersAnew() {
        follows("Start the questions");
        new AssessmentPages(page)
                .begin()
                .answer(Answers.ofSomebodyWhoMayQualify("FL", "12086"))
                .send();
        opens("/patient");
        assertThat(main()).not().containsText("Tell us how you are now");
    }

    private void opensAnAccount() {
        looksAt("register");
        fills("email", account);
        fills("firstName", "Elena");
        fills("lastName", name.substring("Elena ".length()));
        fills("password", PASSWORD);
        fills("password-confirm", PASSWORD);
        page.locator("#kc-register-form button[type=submit]").click();
        page.waitForURL(RunningSystem.app() + "/patient*");
        looksAt("patient-begins");
    }

    private void saysWhoTheyAre() {
        opens("/patient/about");
        looksAt("patient-about");
        presses("Save");
        assertThat(page.locator(".sw-errors, [role=alert]").first()).isVisible();
        looksAt("patient-about-wrong");
        fills("name", name);
        fills("month", "4");
        fills("day", "12");
        fills("year", "1984");
        fills("phone", phone);
        fills("line1", "14 Alder Street");
        fills("city", "Miami");
        fills("postalCode", "33101");
        chooses("countyFips", "12086");
        chooses("previousStates", "none");
        presses("Save");
        assertThat(page).not().hasURL(RunningSystem.app() + "/patient/about");
    }

    private void provesIdentity() {
        opens("/patient/identity");
        looksAt("patient-identity");
        presses("Begin the check");
        page.locator("button[name=result]").first().click();
        page.waitForURL(RunningSystem.app() + "/patient/**");
        waitsFor("/patient/identity", "We know that it is you");
    }

    private void signsTheForms() {
        opens("/patient/consents");
        looksAt("patient-consents");
        for (var box : page.locator("main input[type=checkbox]").all()) {
            box.check();
        }
        fills("name", name);
        presses("Sign the forms I ticked");
        opens("/patient/consents");
        assertThat(main()).containsText("You have signed every form");
        looksAt("patient-consents-signed");
    }

    private void savesACard() {
        opens("/patient/card");
        looksAt("patient-card");
        presses("Save a card at Stripe");
        fills("number", "4242424242424242");
        fills("month", "04");
        fills("year", "2031");
        fills("cvc", "123");
        page.locator("button[type=submit], button").first().click();
        page.waitForURL(RunningSystem.app() + "/patient/**");
        waitsFor("/patient/card", "Your card is saved");
        looksAt("patient-card-saved");
    }

    private void saysWhereTheyAre() {
        opens("/patient/location");
        looksAt("patient-location");
        chooses("county", "12086");
        presses("I am there now");
    }

    private void sendsTheEnrollment() {
        opens("/patient");
        looksAt("patient-ready");
        presses("Send my enrollment");
        assertThat(main()).containsText("Choose a time");
    }

    /** The next time this physician has. */
    void books(String physician) {
        opens("/patient/visit?with=" + physician);
        looksAt("patient-slots");
        page.locator("input[name=slot]").first().check();
        presses("Book this time");
        assertThat(page.locator("h1")).hasText(Pattern.compile("Your video visit"));
        looksAt("patient-booked");
    }

    /** Somebody new each time: journeys share one system. */
    private static String surname() {
        return ThreadLocalRandom.current()
                .ints(7, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .insert(0, 'M')
                .toString();
    }
}
