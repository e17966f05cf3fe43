package health.stillwater.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;

/** A physician of the demonstration, with an authenticator that lies on the desk. */
final class Physician extends Person {

    static final String HALLORAN = "0b000000-0000-4000-8000-000000000002";

    private final String id;
    private String lastCode = "";

    private Physician(String name, String id) {
        super(name + "@demo.stillwater.health", "stillwater-demo");
        this.id = id;
        opens("/physician");
    }

    /** Licensed in Florida only. */
    static Physician halloran() {
        return new Physician("halloran", HALLORAN);
    }

    /** Licensed in New Jersey only. */
    static Physician natarajan() {
        return new Physician("natarajan", "0b000000-0000-4000-8000-000000000003");
    }

    /**
     * Meets the patient booked last on live video, notes it, and reads the monitoring report.
     * Answers the case's address.
     */
    String meets(String patientName) {
        opens("/physician/visits");
        looksAt("physician-visits");
        followsTheLastWith(patientName);
        looksAt("physician-visit");
        chooses("county", "12086");
        presses("Begin the visit");
        looksAt("physician-visit-begun");
        ticks("modality", "VIDEO");
        presses("End the visit and sign");
        assertThat(main()).containsText("Still missing: history");
        ticks("modality", "VIDEO");
        fills(
                "history",
                "Low mood since 2019. Blood pressure 122 over 78, read on video. No thoughts of self-harm.");
        fills("records", "Letters of the family physician, 2024 to 2026.");
        fills("diagnosis", "Major depressive disorder, recurrent, moderate");
        fills("diagnosisCode", "F33.1");
        fills(
                "priorTreatments",
                "Sertraline for 10 weeks, escitalopram for 12 weeks, without effect.");
        fills("plan", "Discuss a trial with a sitter present.");
        presses("End the visit and sign");
        looksAt("physician-visit-ended");
        follows("Go to the case");
        var address = page.url().substring(RunningSystem.app().length());
        readsTheReport(address);
        return address;
    }

    private void readsTheReport(String address) {
        opens(address + "/reports");
        looksAt("physician-reports");
        ticks("state", "FL");
        fills("reportId", "E-FORCSE 2026-11-0042");
        fills("findings", "No controlled substances in twelve months.");
        presses("Put it on record");
    }

    void claims(String address) {
        waitsFor("/physician", "You saw this patient");
        looksAt("physician-queue");
        waitsFor(address, "Claim this case");
        looksAt("physician-case-waiting");
        pressesKey("c", "Claim this case");
        assertThat(main()).containsText("Your decision");
        looksAt("physician-case");
    }

    void approves() {
        ticks("verdict", "APPROVE");
        presses("Review, then sign");
        looksAt("physician-case-wrong");
        fills("words", "A trial is reasonable after two treatments without effect.");
        fills("benefitRisk", "Likely benefit outweighs a small risk at this dose.");
        fills("clinicalDifference", "Cannot take the nasal form; needs a divisible unit.");
        chooses("form", "TROCHE");
        fills("strengthMg", "100");
        fills("unitsPerDose", "2");
        fills("dosesPerPeriod", "4");
        fills("quantity", "8");
        fills("daysSupply", "28");
        fills("elsewhere", "NONE");
        fills("directions", "Dissolve 2 troches under the tongue once a week.");
        presses("Review, then sign");
        looksAt("physician-signing-approval");
        presses("Sign and send to the pharmacy");
    }

    void declines() {
        ticks("verdict", "DECLINE");
        chooses("reason", "NEEDS_IN_CLINIC_CARE");
        fills(
                "words",
                "You are better looked after in a clinic at first. I can name two near you.");
        presses("Review, then sign");
        looksAt("physician-signing-decline");
        presses("Sign the decision");
    }

    /** Password and one-time code at the sign-in server; then the signed record. */
    void provesWhoTheyAre() {
        page.waitForURL(address -> address.startsWith(RunningSystem.signIn()));
        while (asked()) {
            if (page.locator("[name=otp]").count() > 0) {
                looksAt("one-time-code");
                fills("otp", freshCode());
            } else {
                looksAt("password-again");
                fills("password", "stillwater-demo");
            }
            page.keyboard().press("Enter");
            RunningSystem.pause(Duration.ofSeconds(1));
        }
        assertThat(page).hasURL(Pattern.compile(".*/physician/records/.*"));
        looksAt("physician-record");
    }

    /** Whether the sign-in server wants something more, once the page has come. */
    private boolean asked() {
        page.waitForSelector("[name=otp], [name=password], body.sw-staff");
        return page.url().startsWith(RunningSystem.signIn());
    }

    /** A code that has not been used. */
    private String freshCode() {
        try (var desk = Browsers.window()) {
            for (int looks = 0; looks < 80; looks++) {
                desk.navigate(RunningSystem.desk());
                var shown = desk.locator("[data-physician='" + id + "']").textContent().strip();
                if (!shown.equals(lastCode)) {
                    lastCode = shown;
                    return shown;
                }
                RunningSystem.pause(Duration.ofMillis(500));
            }
        }
        throw new AssertionError("the authenticator shows nothing new");
    }
}
