package health.stillwater.rulebook;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may prescribe, and for whom the organization may work: what the boards and the registers say.
 */
final class CredentialRows {

    private CredentialRows() {}

    /** D05. */
    static Finding license(Matter matter) {
        var prescriber = matter.facts().prescriber();
        var state = matter.state();
        var license = entry(prescriber == null ? null : prescriber.licenses(), state);
        if (license == null) {
            return Finding.unknown("license in the patient's state");
        }
        var checks = new Checks(matter).in(state);
        if (!checks.fresh(license.observedAt(), Freshness.Of.LICENSE, "license")) {
            return checks.finding();
        }
        var types = matter.rules().licenseTypes();
        var type = license.type();
        checks.same(license.status(), CredentialStatus.ACTIVE, "license active")
                .no(license.encumbered(), "license free of discipline")
                .unexpired(matter.todayIn(state), license.expiresOn(), "license unexpired")
                .notYet(license.suspendedFrom(), "license not suspended");
        if (type == null || types == null) {
            return checks.unknown("kind of license").finding();
        }
        var allowed = types.get(state);
        return checks.that(allowed != null && allowed.contains(type), "kind of license allowed")
                .finding();
    }

    /** D06. */
    static Finding dea(Matter matter) {
        var prescriber = matter.facts().prescriber();
        var dea = entry(prescriber == null ? null : prescriber.deaRegistrations(), matter.state());
        if (dea == null) {
            return Finding.unknown("DEA registration in the patient's state");
        }
        var checks = new Checks(matter).in(matter.state());
        if (!checks.fresh(dea.observedAt(), Freshness.Of.DEA, "DEA registration")) {
            return checks.finding();
        }
        var number = dea.number();
        var schedules = dea.schedules();
        var needed = matter.rules().deaScheduleNeeded();
        checks.same(dea.status(), CredentialStatus.ACTIVE, "DEA registration active")
                .yes(
                        schedules == null || needed == null
                                ? null
                                : (Boolean) schedules.contains(needed),
                        "DEA registration covers the schedule needed")
                .yes(
                        number == null ? null : (Boolean) DeaNumber.wellFormed(number),
                        "DEA number well formed")
                .unexpired(matter.federalToday(), dea.expiresOn(), "DEA registration unexpired");
        return checks.finding();
    }

    /** D07. */
    static Finding stateRegistration(Matter matter) {
        var state = matter.state();
        var asking = matter.rules().cdsStates();
        if (state == null || asking == null) {
            return Finding.unknown(
                    "whether the patient's state registers prescribers of controlled substances");
        }
        if (!asking.contains(state)) {
            return Finding.PASS;
        }
        var prescriber = matter.facts().prescriber();
        var cds = entry(prescriber == null ? null : prescriber.cdsRegistrations(), state);
        if (cds == null) {
            return Finding.unknown("registration for controlled substances in " + state);
        }
        var checks = new Checks(matter).in(state);
        if (!checks.fresh(
                cds.observedAt(), Freshness.Of.CDS, "registration for controlled substances")) {
            return checks.finding();
        }
        return checks.same(
                        cds.status(),
                        CredentialStatus.ACTIVE,
                        "registration for controlled substances active")
                .written(cds.number(), "registration for controlled substances numbered")
                .same(cds.addressState(), state, "registered at an address")
                .unexpired(
                        matter.todayIn(state),
                        cds.expiresOn(),
                        "registration for controlled substances unexpired")
                .finding();
    }

    /** D08. */
    static Finding floridaDesignation(Matter matter) {
        var state = matter.state();
        var pain = pain(matter);
        if (Boolean.FALSE.equals(pain) || (state != null && !state.equals("FL"))) {
            return Finding.PASS; // it concerns pain in Florida alone
        }
        if (state == null || pain == null) {
            return Finding.unknown(state == null ? "patient's state" : "track");
        }
        var prescriber = matter.facts().prescriber();
        var profile = prescriber == null ? null : prescriber.floridaProfile();
        if (profile == null) {
            return Finding.unknown("Florida profile");
        }
        var checks = new Checks(matter);
        if (checks.fresh(profile.observedAt(), Freshness.Of.FLORIDA_PROFILE, "Florida profile")) {
            checks.yes(
                    profile.controlledSubstanceDesignation(),
                    "Florida profile names a controlled-substance prescriber");
        }
        return checks.finding();
    }

    /** D09. */
    static Finding painStandards(Matter matter) {
        var pain = pain(matter);
        if (pain == null) {
            return Finding.unknown("track");
        }
        if (!pain) {
            return Finding.PASS;
        }
        var standards = matter.rules().painStandards();
        var standard = entry(standards, matter.state());
        var clinical = matter.facts().clinical();
        var done = clinical == null ? null : clinical.painStandards();
        if (done == null) {
            return Finding.unknown("standards for chronic pain");
        }
        var checks =
                new Checks(matter)
                        .yes(done.physicalExamDocumented(), "physical examination documented")
                        .yes(done.treatmentPlanDocumented(), "treatment plan documented")
                        .yes(done.agreementSigned(), "agreement signed");
        if (standard == null) {
            return checks.unknown("what the patient's state asks for chronic pain").finding();
        }
        within(
                checks,
                matter,
                done.lastVisitOn(),
                standard.visitMonths(),
                "last visit recent enough");
        within(
                checks,
                matter,
                done.urineDrugScreenOn(),
                standard.urineDrugScreenMonths(),
                "urine screen recent enough");
        return checks.finding();
    }

    private static void within(
            Checks checks,
            Matter matter,
            @Nullable LocalDate on,
            @Nullable Integer months,
            String claim) {
        if (months == null) {
            return; // the state does not ask for it
        }
        var today = matter.today();
        if (on == null || today == null) {
            checks.unknown(claim);
            return;
        }
        checks.that(!on.isAfter(today) && !on.plusMonths(months).isBefore(today), claim);
    }

    /** D10. */
    static Finding organization(Matter matter) {
        var state = matter.state();
        var asking = matter.rules().organisationRegistrationStates();
        if (state == null || asking == null) {
            return Finding.unknown(
                    "whether the patient's state registers telehealth organizations");
        }
        if (!asking.contains(state)) {
            return Finding.PASS;
        }
        var organization = matter.facts().organisation();
        var registration = entry(organization == null ? null : organization.registrations(), state);
        var checks = new Checks(matter).in(state);
        PharmacyRows.valid(
                checks,
                registration,
                Freshness.Of.ORGANIZATION,
                matter.todayIn(state),
                "telehealth organization's registration");
        return checks.finding();
    }

    /** D11. */
    static Finding signingAccess(Matter matter) {
        var prescriber = matter.facts().prescriber();
        var access = prescriber == null ? null : prescriber.epcs();
        if (access == null) {
            return Finding.unknown("signing access");
        }
        var checks = new Checks(matter);
        if (!checks.fresh(access.observedAt(), Freshness.Of.SIGNING_ACCESS, "signing access")) {
            return checks.finding();
        }
        var entered = access.accessEnteredBy();
        var approved = access.accessApprovedBy();
        return checks.yes(access.identityProofed(), "prescriber's identity proofed")
                .same(
                        access.twoFactor(),
                        PrescriberFacts.TwoFactor.CURRENT,
                        "second factor current")
                .no(
                        entered == null || approved == null
                                ? null
                                : (Boolean) entered.equals(approved),
                        "access entered and approved by two persons")
                .yes(access.approverIsDeaRegistrant(), "access approved by a DEA registrant")
                .notYet(access.accessRevokedAt(), "access not revoked")
                .finding();
    }

    private static @Nullable Boolean pain(Matter matter) {
        var indication = matter.indication();
        var pains = matter.rules().painIndications();
        return indication == null || pains == null
                ? null
                : (Boolean) pains.contains(indication.code());
    }

    static <T> @Nullable T entry(@Nullable Map<String, T> byState, @Nullable String state) {
        return byState == null || state == null ? null : byState.get(state);
    }
}
