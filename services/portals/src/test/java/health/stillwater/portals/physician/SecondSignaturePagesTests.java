package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.FENCE;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOW;
import static health.stillwater.portals.physician.Samples.REQUEST;
import static health.stillwater.portals.physician.Samples.ROSA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.endsWith;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.prescribing.ReadyOutcome;
import health.stillwater.prescribing.SecondFactor;
import health.stillwater.prescribing.SecondOutcome;
import health.stillwater.prescribing.SecondRequest;
import health.stillwater.prescribing.SecondText;
import health.stillwater.prescribing.SigningRequest.State;
import health.stillwater.prescribing.SigningStatement;
import health.stillwater.review.CaseStage;
import health.stillwater.review.PauseKind;
import health.stillwater.review.PauseView;
import health.stillwater.rulebook.Moment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where the protocol asks two signatures: what either physician sees, and what becomes of it. */
class SecondSignaturePagesTests extends CaseDesk {

    private static final UUID PAUSE = Samples.id("60000000");
    private static final UUID SECOND = Samples.id("61000000");
    private static final String NONCE = "bm9uY2U";

    @Test
    void aboveTheLimitTheCaseSaysWhoSignsFirstAndAsksAColleague() {
        mine();
        var text = Texts.ready(State.OPEN).text();
        when(prescribing.readyToSign(any(), any(), anyLong(), any()))
                .thenReturn(new ReadyOutcome.SecondNeeded(text, new BigDecimal("150")));
        var page =
                kept(desk.send(CASE + "/signings", "fence", "3"), 422, "physician-second-needed");
        assertThat(page.select("[role=alert]").text())
                .contains("A second physician signs first", "above 150 mg a session");
        var form = page.select("form[action$=/second-signature]");
        assertThat(form.select("[name=fence]").val()).isEqualTo(Long.toString(FENCE));

        when(seconds.ask(REQUEST, ME, FENCE))
                .thenReturn(new ReadyOutcome.SecondNeeded(text, new BigDecimal("150")));
        assertThat(desk.send(CASE + "/second-signature", "fence", Long.toString(FENCE)))
                .hasRedirectedUrl("/physician");
        when(seconds.ask(REQUEST, ME, FENCE))
                .thenReturn(new ReadyOutcome.Ready(Texts.ready(State.OPEN)));
        assertThat(desk.send(CASE + "/second-signature", "fence", Long.toString(FENCE)))
                .hasRedirectedUrl(CASE);
    }

    @Test
    void theColleagueReadsExactlyWhatTheySignAndToAgreeIsToSign() {
        isAsked();
        var page =
                kept(desk.mvc().get().uri(CASE + "/opinion").exchange(), 200, "physician-second");
        assertThat(page.select("h1").text()).isEqualTo("Second signature");
        assertThat(page.select(".sw-rx").text())
                .contains("200 mg a session", "above 150 mg", "Rosa Delgado", "100 mg", "4 (four)")
                .contains("9f2c 41d0 7be8 55a3");
        assertThat(page.select(".sw-legal").text()).contains("I am the second.");
        assertThat(page.select("input[name=agrees]").eachAttr("value")).containsExactly("no");

        assertThat(desk.send(CASE + "/opinion", "agrees", "yes", "words", "Fine.")).hasStatus(422);
        verify(casework, never()).giveOpinion(any(), any(), eq(true), any());
        assertThat(desk.send(CASE + "/opinion", "agrees", "no", "words", "Too much."))
                .hasRedirectedUrl("/physician");
        verify(casework).giveOpinion(REQUEST, ME, false, "Too much.");
    }

    @Test
    void completingTheSecondFactorSigns() {
        isAsked();
        when(seconds.sign(eq(SECOND), eq(ME), any())).thenReturn(new SecondOutcome.Signed());
        var answer = comesBack();
        assertThat(answer).hasRedirectedUrl("/physician");
        verify(seconds).sign(eq(SECOND), eq(ME), any());
    }

    @Test
    void whatStopsTheSignatureIsSaid() {
        isAsked();
        when(seconds.sign(any(), any(), any()))
                .thenReturn(new SecondOutcome.FactorRefused("The second factor is old."))
                .thenReturn(new SecondOutcome.Stopped(Samples.stopping(Moment.SIGNING)))
                .thenThrow(new Refusal.Overtaken("This was signed already."));
        assertThat(said(comesBack())).isEqualTo("The second factor is old. Nothing was signed.");
        var stopped = comesBack();
        assertThat(said(stopped)).isEqualTo("The gate stopped the signature. Nothing was signed.");
        assertThat(stopped.getMvcResult().getFlashMap().get("stops")).asString().contains("D05");
        assertThat(said(comesBack())).isEqualTo("This was signed already. Nothing was signed.");
    }

    private static Object said(MvcTestResult answer) {
        return answer.getMvcResult().getFlashMap().get("stopped");
    }

    private MvcTestResult comesBack() {
        var factor = new SecondFactor("gold", NOW, NONCE, ME.toString());
        when(stepUp.begin(any(), eq(SECOND), eq(NONCE), endsWith("/physician/opinions/return")))
                .thenReturn("https://signin.example/");
        when(stepUp.finish(any(), eq("state"), eq("code")))
                .thenReturn(new StepUp.Answer.Factor(SECOND, factor));
        assertThat(desk.send(CASE + "/opinion/factor")).hasRedirectedUrl("https://signin.example/");
        return desk.mvc().get().uri("/physician/opinions/return?code=code&state=state").exchange();
    }

    private void isAsked() {
        when(queue.open(REQUEST, ME))
                .thenReturn(Samples.open(CaseStage.PAUSED, false, Samples.passing(Moment.CLAIM)));
        when(casework.pausesOf(REQUEST, ME))
                .thenReturn(
                        List.of(
                                new PauseView(
                                        PAUSE,
                                        REQUEST,
                                        ROSA,
                                        PhysicianId.next(),
                                        PauseKind.SECOND_OPINION,
                                        "Second signature: 200 mg a session.",
                                        NOW,
                                        null,
                                        Optional.empty())));
        when(seconds.asked(PAUSE, ME))
                .thenReturn(Optional.of(new SecondRequest(SECOND, text(), Texts.HASH, NONCE)));
    }

    private static SecondText text() {
        var signed = Texts.ready(State.OPEN).text();
        return new SecondText(
                "stillwater.second-text/1",
                SECOND.toString(),
                REQUEST.toString(),
                signed.patient(),
                signed.prescriber(),
                Objects.requireNonNull(signed.prescription()),
                signed.words(),
                signed.benefitRisk(),
                signed.clinicalDifference(),
                "150",
                "200",
                new SigningStatement("second-1", "program policy", "I am the second."));
    }
}
