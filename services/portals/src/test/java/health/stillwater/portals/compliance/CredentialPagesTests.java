package health.stillwater.portals.compliance;

import static health.stillwater.portals.compliance.SampleCredentials.CASTELLANE;
import static health.stillwater.portals.compliance.SampleCredentials.HOLDER;
import static health.stillwater.portals.compliance.SampleCredentials.LICENSE;
import static health.stillwater.portals.compliance.SampleCredentials.NOW;
import static health.stillwater.portals.compliance.SampleCredentials.access;
import static health.stillwater.portals.compliance.SampleCredentials.answer;
import static health.stillwater.portals.compliance.SampleCredentials.paper;
import static health.stillwater.portals.compliance.SampleCredentials.row;
import static health.stillwater.portals.compliance.SampleCredentials.silence;
import static health.stillwater.portals.compliance.SampleCredentials.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialView;
import health.stillwater.licensing.Credentialing;
import health.stillwater.licensing.Evidence;
import health.stillwater.licensing.NewCredential;
import health.stillwater.portals.shell.Desk;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CredentialPagesTests {

    private static final String PAGE = "/compliance/credentials/of/physician-" + CASTELLANE;
    private static final String CREDENTIAL = "/compliance/credentials/" + LICENSE;

    private final Credentialing credentialing = mock(Credentialing.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        when(credentialing.holder(HOLDER)).thenReturn(view(null));
        when(credentialing.credential(LICENSE))
                .thenReturn(new CredentialView(row(), List.of(answer(), silence(), paper())));
        desk =
                Desk.of(
                        new Actor(
                                Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh"),
                        new CredentialsController(credentialing, clock),
                        new HoldersController(credentialing, clock));
    }

    @Test
    void aHoldersPageTellsWhatStandsAndHowItCameToStandSo() {
        var page = desk.read(PAGE);
        assertThat(page.select(".sw-time li").eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains(
                        "Medical license, Florida: suspended",
                        "Number ME104417, through March 31, 2027",
                        "Said by its source.");
        assertThat(page.select(".sw-time li").last().text())
                .contains(
                        "recorded, not confirmed",
                        "Recorded by an officer.",
                        "Stood until November 23, 2026");
        assertThat(page.select("a[href$=kind=dea]").text()).isEqualTo("DEA registration");
        assertThat(page.select("a[href$=kind=pharmacy-dea]")).isEmpty();
        assertThat(page.select("form[action$=/access] button").text())
                .isEqualTo("Enter signing access");
    }

    @Test
    void signingAccessTakesTwoPersonsAndIsRevokedWithAReason() {
        assertThat(desk.send(PAGE + "/access")).hasStatus(303).hasRedirectedUrl(PAGE);
        verify(credentialing).enterAccess(CASTELLANE);
        when(credentialing.holder(HOLDER)).thenReturn(view(access()));
        var page =
                Desk.page(desk.mvc().get().uri(PAGE).exchange(), 200, "compliance-holder-access");
        assertThat(page.select("section[aria-labelledby=access]").text())
                .contains("Wendeline Marsh", "Dr. Halloran", "FH4102012", "In force");

        var empty = Desk.page(desk.send(PAGE + "/access/revocation"), 422, "compliance-revoke");
        assertThat(empty.select(".sw-errors a").attr("href")).isEqualTo("#because");
        verify(credentialing, never()).revokeAccess(any(), any());
        assertThat(desk.send(PAGE + "/access/revocation", "because", "Token lost.")).hasStatus(303);
        verify(credentialing).revokeAccess(CASTELLANE, "Token lost.");
    }

    @Test
    void anAccessThatMayNotBeEnteredSaysWhy() {
        when(credentialing.enterAccess(CASTELLANE))
                .thenThrow(new Refusal.Forbidden("License and DEA must be confirmed first."));
        var page = Desk.page(desk.send(PAGE + "/access"), 422, "compliance-access-refused");
        assertThat(page.select(".sw-errors").text())
                .contains("License and DEA must be confirmed first.");
    }

    @Test
    void aNewLicenseIsRecordedWithWhatWasTyped() {
        assertThat(
                        desk.read(PAGE + "/credentials?kind=license")
                                .select("main form input, main form select"))
                .extracting(field -> field.attr("name"))
                .contains("state", "type", "number", "begins", "ends", "document");
        assertThat(
                        records(
                                "kind=license&state=FL&type=DO&number= os 12345 &begins=2026-01-01&ends=2028-03-31&document=Folder 7"))
                .hasStatus(303)
                .hasRedirectedUrl(PAGE);
        verify(credentialing)
                .record(
                        HOLDER,
                        new NewCredential.MedicalLicense(
                                UsState.FL,
                                "OS 12345",
                                LicenseType.DO,
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2028, 3, 31),
                                new Evidence("Paper on file", "Folder 7", NOW)));
    }

    @ParameterizedTest
    @CsvSource({
        "license,number,,Enter the number",
        "license,number,<script>,Enter the number",
        "license,state,ZZ,Choose the state",
        "license,type,NP,Choose MD or DO",
        "license,begins,31 March,Enter a day",
        "license,ends,,Enter a day",
        "license,ends,2025-01-01,The last day comes before the first",
        "license,ends,9999-12-31,Enter a day",
        "dea,number,AB1234564,check digit",
        "dea,number,25MA410102,check digit",
        "cds,address,,Choose the state its address lies in",
        "board-certification,issuer,,Enter the board",
        "board-certification,specialty,,Enter the specialty",
        "board-certification,ends,soon,Enter a day"
    })
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(
            String kind, String field, @Nullable String typed, String sentence) {
        var number = kind.equals("dea") ? "AB1234563" : "ME1";
        var wrong = typed == null ? "" : typed;
        var form =
                ("kind=" + kind + "&state=FL&type=MD&address=FL&issuer=ABPN&specialty=Psychiatry")
                        + ("&number=" + number + "&begins=2026-01-01&ends=2028-03-31");
        var sent = form.replaceFirst("&" + field + "=[^&]*", "&" + field + "=" + wrong);
        var page = Desk.page(records(sent), 422, "compliance-credential-wrong");

        assertThat(page.select("#" + field + "-error").text()).contains(sentence);
        assertThat(page.select("#begins").val())
                .isEqualTo(field.equals("begins") ? wrong : "2026-01-01");
        verify(credentialing, never()).record(any(), any());
    }

    @Test
    void whatLastsForLifeAndWhatHasNoEndAreRecordedWithoutOne() {
        records(
                "kind=board-certification&issuer=ABPN&specialty=Psychiatry&number=77&begins=2010-01-01&ends=");
        verify(credentialing)
                .record(
                        HOLDER,
                        new NewCredential.BoardCertification(
                                "ABPN", "Psychiatry", "77", LocalDate.of(2010, 1, 1), null, null));
        records("kind=florida-profile&number=ME1&begins=2010-01-01");
        verify(credentialing)
                .record(
                        HOLDER,
                        new NewCredential.FloridaProfile("ME1", LocalDate.of(2010, 1, 1), null));
    }

    /** Sends the form of a new credential. */
    private MvcTestResult records(String form) {
        return desk.send(
                PAGE + "/credentials",
                Arrays.stream(form.split("&"))
                        .flatMap(each -> Arrays.stream(each.split("=", 2)))
                        .toArray(String[]::new));
    }

    @Test
    void aKindThatIsNotForThisHolderLeadsBack() {
        assertThat(desk.mvc().get().uri(PAGE + "/credentials?kind=pharmacy-dea"))
                .hasRedirectedUrl(PAGE);
        assertThat(desk.mvc().get().uri(PAGE + "/credentials?kind=nonsense"))
                .hasRedirectedUrl(PAGE);
        for (var nobody : List.of("physician-x", "nobody-" + CASTELLANE, "x", "physician-")) {
            assertThat(desk.mvc().get().uri("/compliance/credentials/of/" + nobody)).hasStatus(404);
        }
    }

    @Test
    void aNumberOnFileIsSaidAtItsField() {
        when(credentialing.record(any(), any()))
                .thenThrow(new Refusal.Overtaken("This number is on file already."));
        var page =
                Desk.page(
                        records("kind=florida-profile&number=ME1&begins=2010-01-01"),
                        422,
                        "compliance-credential-known");
        assertThat(page.select("#number-error").text()).contains("on file already");
    }

    @Test
    void aCredentialsPageShowsEveryQuestionToItsSource() {
        var page = desk.read(CREDENTIAL);
        assertThat(page.select("main table").last().select("tbody tr").eachText())
                .hasSize(3)
                .satisfiesExactly(
                        said ->
                                assertThat(said)
                                        .contains("Active", "Through March 31, 2027", "sha256:77"),
                        silent ->
                                assertThat(silent)
                                        .contains("No answer", "It gave status 503.", "None"),
                        paper ->
                                assertThat(paper)
                                        .contains("It proves nothing by itself.", "Folder 7"));
        assertThat(desk.send(CREDENTIAL + "/questions")).hasRedirectedUrl(CREDENTIAL);
        verify(credentialing).askAgain(LICENSE);
    }

    @Test
    void aRenewalIsPutOnFileOrRefusedAtItsField() {
        assertThat(desk.send(CREDENTIAL + "/renewals", "until", "2029-03-31"))
                .hasRedirectedUrl(CREDENTIAL);
        verify(credentialing).renew(LICENSE, LocalDate.of(2029, 3, 31), null);
        var wrong =
                Desk.page(
                        desk.send(CREDENTIAL + "/renewals", "until", "2029-02-30"),
                        422,
                        "compliance-renewal-wrong");
        assertThat(wrong.select("#until-error").text()).contains("Enter a day");
        assertThat(wrong.select("#until").val()).isEqualTo("2029-02-30");
        doThrow(new Refusal.Forbidden("A renewal ends later than what it renews."))
                .when(credentialing)
                .renew(eq(LICENSE), any(), any());
        assertThat(
                        Desk.page(
                                        desk.send(CREDENTIAL + "/renewals", "until", "2020-01-01"),
                                        422,
                                        "compliance-renewal-earlier")
                                .select("#until-error")
                                .text())
                .contains("ends later");
    }
}
