package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedFormTests {

    @Test
    void readsAnApproval() {
        assertThat(CheckedForm.of(Forms.approving()))
                .isInstanceOfSatisfying(
                        CheckedForm.Prescribe.class,
                        approve ->
                                assertThat(approve.medicine())
                                        .isEqualTo(
                                                new CheckedForm.Medicine(
                                                        DosageForm.TROCHE,
                                                        new BigDecimal("1E+2"),
                                                        2,
                                                        4,
                                                        8,
                                                        28,
                                                        "Dissolve 2 troches under the tongue once a week.")));
    }

    @Test
    void readsADeclineWithoutAnythingAboutMedicine() {
        assertThat(CheckedForm.of(Forms.declining()))
                .isEqualTo(
                        new CheckedForm.WriteNone(
                                PrescriberVerdict.DECLINE,
                                DecisionReason.NEEDS_IN_CLINIC_CARE,
                                "You are better looked after in a clinic at first.",
                                new CheckedForm.Named(null, null)));
    }

    @Test
    void asksForAVerdictFirst() {
        assertThat(CheckedForm.of(DecisionForm.empty()))
                .isEqualTo(new CheckedForm.Wrong(Map.of("verdict", "Choose what you decide.")));
    }

    @Test
    void namesEveryFieldOfAnEmptyApproval() {
        assertThat(errorsOf(DecisionForm.of(Map.of("verdict", "APPROVE"))).keySet())
                .containsExactlyInAnyOrder(
                        "words",
                        "benefitRisk",
                        "clinicalDifference",
                        "form",
                        "strengthMg",
                        "unitsPerDose",
                        "dosesPerPeriod",
                        "quantity",
                        "daysSupply",
                        "directions",
                        "elsewhere");
    }

    @Test
    void asksForAReasonAndWordsOfADecline() {
        assertThat(errorsOf(DecisionForm.of(Map.of("verdict", "DECLINE"))).keySet())
                .containsExactlyInAnyOrder("reason", "words");
    }

    @ParameterizedTest
    @CsvSource({
        "daysSupply,30,true", "daysSupply,31,false", "daysSupply,0,false", "daysSupply,1,true",
        "daysSupply,2.5,false", "strengthMg,1000,true", "strengthMg,1000.01,false",
                "strengthMg,0,false",
        "strengthMg,0.5,true", "strengthMg,1e2,false", "quantity,9,false", "unitsPerDose,0,false",
        "form,CAPSULE,false", "words,short,false"
    })
    void knowsBothSidesOfEveryEdge(String field, String typed, boolean right) {
        assertThat(errorsOf(Forms.approvingBut(Map.of(field, typed))).containsKey(field))
                .isEqualTo(!right);
    }

    @Test
    void saysWhatTheQuantityShouldBe() {
        assertThat(errorsOf(Forms.approvingBut(Map.of("quantity", "9"))))
                .containsEntry("quantity", "Quantity must be units a dose times doses: 8.");
    }

    private static Map<String, String> errorsOf(DecisionForm form) {
        return CheckedForm.of(form) instanceof CheckedForm.Wrong wrong
                ? wrong.fieldErrors()
                : Map.of();
    }
}
