package health.stillwater.rulebook;

import java.util.function.Function;

/**
 * The test behind each row of the book, by the row's id. What the row is called, when it is asked
 * and what it says is data.
 */
enum Predicate {
    D01(FederalRows::basis),
    D02(FederalRows::videoVisit),
    D03(PlaceRows::launchedState),
    D04(PlaceRows::enabledTrack),
    D05(CredentialRows::license),
    D06(CredentialRows::dea),
    D07(CredentialRows::stateRegistration),
    D08(CredentialRows::floridaDesignation),
    D09(CredentialRows::painStandards),
    D10(CredentialRows::organization),
    D11(CredentialRows::signingAccess),
    D12(PrescriptionRows::signer),
    D13(PrescriptionRows::issueDate),
    D14(PrescriptionRows::content),
    D15(PrescriptionRows::quantity),
    D16(PrescriptionRows::notTooEarly),
    D17(MonitoringRows::reports),
    D18(MonitoringRows::redFlags),
    D19(PersonRows::identity),
    D20(PersonRows::adult),
    D21(PersonRows::consents),
    D22(ChartRows::complete),
    D23(ChartRows::criteria),
    D24(ChartRows::exclusions),
    D25(SafetyRows::suicideSafety),
    D26(SafetyRows::vitals),
    D27(SafetyRows::medications),
    D28(DoseRows::withinProtocol),
    D29(CourseRows::followUp),
    D30(CourseRows::response),
    D31(PersonRows::sitter),
    D32(PharmacyRows::pharmacy),
    D33(PlaceRows::delivery),
    D34(ProgramRows::payment),
    D35(ProgramRows::claim),
    D36(ProgramRows::rules),
    D37(ProgramRows::services),
    D38(ProgramRows::workload),
    D39(ProgramRows::holds),
    D40(ProgramRows::signingApplication),
    D41(PharmacyRows::transmitted),
    D42(PharmacyRows::messagesAnswered),
    D43(PharmacyRows::unchanged),
    D44(ProgramRows::refund);

    private final Function<Matter, Finding> test;

    Predicate(Function<Matter, Finding> test) {
        this.test = test;
    }

    Finding ask(Matter matter) {
        return test.apply(matter);
    }
}
