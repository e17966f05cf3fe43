package health.stillwater.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The compliance officer goes through the whole office once. */
final class Compliance {

    private static final List<String> PLACES =
            List.of(
                    "",
                    "/rulebook",
                    "/rulebook/rows/D02",
                    "/rulebook/values",
                    "/rulebook/protocol",
                    "/rulebook/law",
                    "/rulebook/verifications",
                    "/rulebook/proposals",
                    "/rulebook/switches",
                    "/rulebook/replay",
                    "/patients",
                    "/credentials",
                    "/audit",
                    "/review",
                    "/ledger");

    private Compliance() {}

    static void looksAround() {
        try (var officer = Person.signedIn("adeyemi", "/compliance")) {
            for (var place : PLACES) {
                officer.opens("/compliance" + place);
                officer.looksAt("compliance" + place.replace('/', '-'));
            }
            officer.waitsFor("/compliance/future", "patients in care");
            officer.looksAt("compliance-future");
            officer.waitsFor("/compliance/future?on=2027-01-01", "Patients to act on");
            officer.looksAt("compliance-future-cliff");
            goesOn(officer, "/compliance/patients/", "compliance-patient");
            officer.opens("/compliance/rulebook/values");
            goesOn(officer, "/compliance/rulebook/values/", "compliance-value");
            officer.opens("/compliance/credentials");
            goesOn(officer, "/compliance/credentials/of/", "compliance-holder");
            officer.page.locator("td a[href^='/compliance/credentials/']").first().click();
            officer.looksAt("compliance-credential");
            supposesAChange(officer);
            ledger(officer);
            takesACaseFile(officer);
        }
    }

    /** What if the temporary federal rule were renewed? Proposed, looked at, and taken back. */
    private static void supposesAChange(Person officer) {
        officer.opens("/compliance/rulebook/values/federalBasis.temporaryRuleEndsAt");
        officer.fills("typed", "2027-12-31 23:59:59");
        officer.fills("effectiveOn", "2027-01-01");
        officer.fills("reason", "Supposed, to see whom a renewal would let go on");
        officer.presses("Propose to a second person");
        officer.looksAt("compliance-proposal");
        var proposal = officer.page.url();
        officer.follows("See whom this would stop");
        officer.waitsFor(
                officer.page.url().substring(RunningSystem.app().length()), "let go by the change");
        officer.looksAt("compliance-future-proposal");
        officer.page.navigate(proposal);
        officer.presses("Take it back");
    }

    /** To the first that the page leads to. */
    private static void goesOn(Person officer, String kind, String name) {
        officer.page.locator("main a[href^='" + kind + "']").first().click();
        officer.looksAt(name);
    }

    private static void ledger(Person officer) {
        officer.opens("/compliance/ledger");
        officer.presses("Check all of it now");
        officer.looksAt("compliance-ledger-checked");
        officer.opens("/compliance/ledger");
        var ledger = officer.page.waitForDownload(() -> officer.presses("Download the ledger"));
        assertThat(SeparateVerifier.saysOf(ledger)).startsWith("Verified");
    }

    /** Every decision that was ever signed, checked by a program with no code of ours. */
    private static void takesACaseFile(Person officer) {
        officer.opens("/log/keys");
        var keys = officer.page.locator("body").innerText().strip() + "\n";
        officer.opens("/compliance/ledger/case-files");
        officer.looksAt("compliance-case-files");
        officer.fills("from", "2020-01-01");
        officer.fills("to", "2040-01-01");
        var file =
                officer.page.waitForDownload(
                        () -> officer.presses("Download the case file of this time"));
        assertThat(SeparateVerifier.saysOfCaseFile(file, "every-decision", keys))
                .startsWith("Verified")
                .contains("This key is among yours");
        assertThat(SeparateVerifier.decisionsOf("every-decision"))
                .hasSizeGreaterThanOrEqualTo(50)
                .anyMatch(decision -> decision.contains("\"supersedes\":\""));
    }
}
