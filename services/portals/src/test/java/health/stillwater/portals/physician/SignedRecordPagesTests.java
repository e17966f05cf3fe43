package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.CASTELLANE;
import static health.stillwater.portals.physician.Samples.ME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Refusal;
import health.stillwater.ledger.Ledger;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.Prescribing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedRecordPagesTests {

    private static final UUID FOREIGN = Samples.id("99999999");

    private final Prescribing prescribing = mock(Prescribing.class);
    private final Ledger ledger = mock(Ledger.class);
    private final Desk desk = Desk.of(CASTELLANE, new SignedRecordsController(prescribing, ledger));

    @Test
    void aRecordShowsTheSignedTextAndHowToCheckIt() {
        when(ledger.size()).thenReturn(14L);
        when(prescribing.decisionsBy(ME)).thenReturn(List.of(Texts.line()));
        when(prescribing.record(new DecisionId(Texts.SIGNING))).thenReturn(Texts.record());
        assertThat(desk.read("/physician/records").select(".sw-table").text())
                .contains("Rosa Delgado", "Approved", "12");
        var page =
                Desk.page(
                        desk.mvc().get().uri("/physician/records/" + Texts.SIGNING).exchange(),
                        200,
                        "physician-record");
        assertThat(page.select("main").text())
                .contains(
                        "Prescription signed",
                        "Entry 12 of 14",
                        "java VerifyLedger.java",
                        Texts.HASH,
                        "level “gold”");
        assertThat(page.select("main form").eachAttr("action"))
                .as("nothing here changes the record; the case may be taken up again")
                .containsExactly(
                        "/physician/cases/" + Texts.record().decision().request() + "/again");
    }

    @Test
    void aForeignRecordIsNotThere() {
        when(prescribing.record(new DecisionId(FOREIGN)))
                .thenThrow(new Refusal.Missing("This decision"));
        assertThat(desk.mvc().get().uri("/physician/records/" + FOREIGN)).hasStatus(404);
    }
}
