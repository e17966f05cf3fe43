package health.stillwater.portals.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.billing.InvoiceId;
import health.stillwater.billing.InvoiceStage;
import health.stillwater.billing.InvoiceView;
import health.stillwater.billing.OwedRefundView;
import health.stillwater.billing.PlanStage;
import health.stillwater.billing.PlanView;
import health.stillwater.billing.RefundReason;
import health.stillwater.checkins.CheckInPoint;
import health.stillwater.checkins.CheckInsView;
import health.stillwater.checkins.CheckInsView.Direction;
import health.stillwater.checkins.CheckInsView.Message;
import health.stillwater.checkins.OpenCheckIn;
import health.stillwater.kernel.Money;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Desk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarePagesTests {

    private static final UUID CHECK_IN = UUID.randomUUID();
    private static final Instant DECEMBER = Instant.parse("2026-12-24T18:00:00Z");

    private final Rosalind she = new Rosalind().enrolled();

    @Test
    void beforeTheFirstParcelTheCheckInsSayWhenTheyBegin() {
        assertThat(shown("/patient/check-ins", "check-ins-none").select("main").text())
                .contains("No check-ins yet", "They begin after your first parcel");
    }

    @Test
    void checkInsShowTheLineTheTextsAndWhenTheNextOneComes() {
        when(she.checkIns.of(Rosalind.ME))
                .thenReturn(
                        new CheckInsView(
                                Rosalind.EASTERN,
                                null,
                                DECEMBER,
                                List.of(
                                        new Message(
                                                Direction.TO_PATIENT,
                                                Rosalind.NOW,
                                                "Stillwater: how are you today, 0 to 10? Reply STOP to end texts.",
                                                "Delivered"),
                                        new Message(
                                                Direction.FROM_PATIENT,
                                                Rosalind.NOW.plusSeconds(300),
                                                "6",
                                                "Received")),
                                List.of(
                                        new CheckInPoint(1, LocalDate.of(2026, 11, 20), 4),
                                        new CheckInPoint(3, LocalDate.of(2026, 11, 22), null),
                                        new CheckInPoint(5, LocalDate.of(2026, 11, 24), 6))));
        var page = shown("/patient/check-ins", "check-ins");
        assertThat(page.select(".sw-chart__say").text())
                .isEqualTo("From 4 to 6. One check-in without an answer.");
        assertThat(page.select("main").text())
                .contains("You wrote", "December 24, 2026, 1:00 pm ET", "does not prove");
    }

    @Test
    void anOpenCheckInIsAnsweredWithOneNumber() {
        open(null, false);
        assertThat(shown("/patient", "home-check-in").select("#next-title").text())
                .isEqualTo("How are you today?");
        assertThat(
                        shown("/patient/check-ins", "check-ins-open")
                                .select("main a.btn-primary")
                                .attr("href"))
                .isEqualTo("/patient/check-ins/answer");
        var form = shown("/patient/check-ins/answer", "how-are-you").select("main form");
        assertThat(form.select("input[name=score]")).hasSize(11);

        var sent =
                she.desk.send(
                        "/patient/check-ins/answer",
                        "form",
                        form.select("input[name=form]").val(),
                        "checkIn",
                        form.select("input[name=checkIn]").val(),
                        "score",
                        "7",
                        "words",
                        " slept well ");

        assertThat(sent).hasRedirectedUrl("/patient/check-ins");
        verify(she.checkIns)
                .answer(
                        UUID.fromString(form.select("input[name=form]").val()),
                        Rosalind.ME,
                        CHECK_IN,
                        7,
                        "slept well");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11", "-1", "7.5", "seven"})
    void aCheckInWithoutANumberSaysSoAndKeepsTheWords(String score) {
        open(null, false);
        var page =
                Desk.page(
                        she.desk.send(
                                "/patient/check-ins/answer",
                                "form",
                                UUID.randomUUID().toString(),
                                "checkIn",
                                CHECK_IN.toString(),
                                "score",
                                score,
                                "words",
                                "slept well"),
                        422,
                        "how-are-you-wrong");
        assertThat(page.select("#score-error").text()).contains("Choose one number from 0 to 10");
        assertThat(page.select("#words").val()).isEqualTo("slept well");
        verify(she.checkIns, never()).answer(any(), any(), any(), anyInt(), any());
    }

    @Test
    void anAnswerThatWorriesUsShowsHelpBeforeAllElse() {
        open(1, true);
        var page = shown("/patient/check-ins", "check-ins-urgent");
        assertThat(page.select("main h1").text()).isEqualTo("Please reach a person now");
        assertThat(page.select("main .sw-crisis a").eachAttr("href"))
                .containsExactly("tel:988", "sms:988", "tel:911");
        assertThat(page.select("#open-title").text()).isEqualTo("You answered 1 of 10");
    }

    private void open(@Nullable Integer score, boolean urgent) {
        when(she.checkIns.of(Rosalind.ME))
                .thenReturn(
                        new CheckInsView(
                                Rosalind.EASTERN,
                                new OpenCheckIn(
                                        CHECK_IN, 3, LocalDate.of(2026, 11, 22), score, urgent),
                                DECEMBER,
                                List.of(),
                                List.of()));
    }

    @Test
    void stoppingTextsStopsTextsAndNothingElse() {
        var form = shown("/patient/check-ins", "texts").select("#texts form");
        assertThat(form.select("input[name=wanted]").val()).isEqualTo("false");
        assertThat(she.desk.send("/patient/texts", "wanted", "false"))
                .hasRedirectedUrl("/patient/check-ins");
        verify(she.enrollment).stopTexts(Rosalind.ME);
    }

    @Test
    void stoppedTextsCanBeWantedAgain() {
        she.textsStopped();
        assertThat(
                        shown("/patient/check-ins", "texts-stopped")
                                .select("#texts input[name=wanted]")
                                .val())
                .isEqualTo("true");
        assertThat(she.desk.send("/patient/texts", "wanted", "true"))
                .hasRedirectedUrl("/patient/check-ins");
        verify(she.enrollment).allowTexts(Rosalind.ME);
    }

    @Test
    void beforeADecisionPaymentsSayThatNothingWasCharged() {
        assertThat(shown("/patient/plan", "plan-nothing").select("main").text())
                .contains(
                        "You have been charged nothing",
                        "Paid so far Nothing",
                        "Next charge None planned",
                        "No invoice so far");
    }

    @Test
    void paymentsShowInvoicesTheNextChargeAndWhatWeOwe() {
        var invoice =
                new InvoiceView(
                        InvoiceId.next(),
                        "SW-0001",
                        InvoiceStage.PAID,
                        Money.dollars(250),
                        Money.dollars(250),
                        Money.ZERO,
                        Money.dollars(250),
                        Rosalind.NOW,
                        Rosalind.NOW,
                        null);
        when(she.billing.planOf(Rosalind.ME))
                .thenReturn(
                        new PlanView(
                                PlanStage.ACTIVE,
                                Money.dollars(250),
                                Money.dollars(250),
                                Rosalind.VISA,
                                DECEMBER,
                                null,
                                List.of(invoice),
                                List.of(),
                                List.of(
                                        new OwedRefundView(
                                                RefundReason.PHARMACY_REJECT, Rosalind.NOW))));
        assertThat(shown("/patient/plan", "plan").select("main").text())
                .contains(
                        "$250.00 on December 24, 2026",
                        "SW-0001",
                        "Paid on November 23, 2026",
                        "We owe you a refund");
    }

    @Test
    void aPaymentThatFailedLeadsToAnotherCard() {
        she.plan(PlanStage.PAST_DUE, Rosalind.VISA);
        var page = shown("/patient/plan", "plan-past-due");
        assertThat(page.select(".sw-notice--wait").text()).contains("did not go through");
        assertThat(page.select(".btn-primary").attr("href")).isEqualTo("/patient/card");
    }

    @Test
    void aMembershipIsEndedInTwoStepsAsItWasBegun() {
        she.plan(PlanStage.ACTIVE, Rosalind.VISA);
        assertThat(shown("/patient/plan", "plan-active").select("main a[href=/patient/plan/end]"))
                .hasSize(1);
        var page = shown("/patient/plan/end", "plan-end");
        assertThat(page.select("main").text()).contains("Nothing more is charged, from now on.");
        assertThat(she.desk.send(page.select("main form").attr("action")))
                .hasRedirectedUrl("/patient/plan");
        verify(she.billing).endMembership(Rosalind.ME);
    }

    @Test
    void whereNothingRunsNothingCanBeEnded() {
        assertThat(shown("/patient/plan/end", "plan-end-none").select("main form")).isEmpty();
        doThrow(new Refusal.Forbidden("You have no membership."))
                .when(she.billing)
                .endMembership(Rosalind.ME);
        assertThat(she.desk.send("/patient/plan/end")).hasStatus(422);
    }

    private Document shown(String address, String name) {
        return Desk.page(she.desk.mvc().get().uri(address).exchange(), 200, name);
    }
}
