package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.CASTELLANE;
import static health.stillwater.portals.physician.Samples.CLOCK;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialId;
import health.stillwater.licensing.CredentialKind;
import health.stillwater.licensing.CredentialRow;
import health.stillwater.licensing.Credentialing;
import health.stillwater.licensing.CredentialsView;
import health.stillwater.licensing.FactorOfApprover;
import health.stillwater.licensing.Holder;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.SigningAccessView;
import health.stillwater.portals.shell.Desk;
import health.stillwater.rulebook.CredentialStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

class LicensePageTests {

    private static final UUID ACCESS = Samples.id("5c0e1a77");

    private final Licensing licensing = mock(Licensing.class);
    private final Credentialing credentialing = mock(Credentialing.class);
    private final MockHttpSession browser = new MockHttpSession();
    private PretendedSignIn signIn;
    private Desk desk;

    @BeforeEach
    void aDesk() throws IOException {
        signIn = new PretendedSignIn();
        when(licensing.credentialsOf(ME)).thenReturn(view("Nobody has entered signing access."));
        when(credentialing.accessToApprove()).thenReturn(List.of(waiting()));
        desk =
                Desk.of(
                        CASTELLANE,
                        new MyLicensesController(
                                licensing,
                                credentialing,
                                new StepUp(signIn.clients(), CLOCK),
                                CLOCK));
    }

    @AfterEach
    void away() {
        signIn.close();
    }

    @Test
    void myLicensesSayWhereIMayPrescribeAndWhatIsInTheWay() {
        var page = desk.read("/physician/licenses");
        assertThat(page.select("main").text())
                .contains(
                        "You may prescribe in Florida",
                        "DEA registration in New Jersey",
                        "Not checked yet",
                        "It expired.",
                        "Nobody has entered signing access.",
                        "Every state");
    }

    @Test
    void whatEndsSoonIsSaidInWordsTheFirstToEndFirst() {
        var page = desk.read("/physician/licenses");
        assertThat(page.select("#ending-title + ul li").eachText())
                .containsExactly(
                        "DEA registration, New Jersey ends today. Send the renewal to compliance.",
                        "Medical license, Florida ends in 69 days, on January 31, 2027. A renewal is on"
                                + " file; its source has not confirmed it yet.");
    }

    @Test
    void aColleaguesAccessIsApprovedWithASecondFactorForThatAlone() {
        var page = desk.read("/physician/licenses");
        assertThat(page.select("form[action$=/access/" + ACCESS + "/factor] button").text())
                .isEqualTo("Approve for Dr. Halloran with the second factor");

        var answer = comeBack(ACCESS.toString());

        assertThat(answer).hasStatus(303).hasRedirectedUrl("/physician/licenses");
        verify(credentialing)
                .approveAccess(
                        ACCESS,
                        new FactorOfApprover(
                                "gold", NOW.plusSeconds(20), ACCESS.toString(), ME.toString()));
        assertThat(Desk.page(desk.follow(answer), 200, "physician-licenses-approved").text())
                .contains("Approved.");
    }

    @Test
    void anApprovalThatIsRefusedSaysWhy() {
        doThrow(new Refusal.Forbidden("Only a DEA registrant approves."))
                .when(credentialing)
                .approveAccess(eq(ACCESS), any());

        var answer = comeBack(ACCESS.toString());

        assertThat(
                        Desk.page(desk.follow(answer), 200, "physician-licenses-refused")
                                .select("[role=alert]")
                                .text())
                .contains("Nothing was approved", "Only a DEA registrant approves.");
    }

    @Test
    void anAccessThatDoesNotWaitIsNotThere() {
        assertThat(desk.send("/physician/licenses/access/" + UUID.randomUUID() + "/factor"))
                .hasStatus(404);
    }

    private MvcTestResult comeBack(String nonce) {
        var asked =
                UriComponentsBuilder.fromUriString(
                                String.valueOf(
                                        desk.mvc()
                                                .post()
                                                .uri(
                                                        "/physician/licenses/access/"
                                                                + ACCESS
                                                                + "/factor")
                                                .session(browser)
                                                .exchange()
                                                .getResponse()
                                                .getRedirectedUrl()))
                        .build()
                        .getQueryParams();
        assertThat(asked.getFirst("nonce")).isEqualTo(nonce);
        signIn.grants(claims -> claims.claim("nonce", nonce));
        return desk.mvc()
                .get()
                .uri(
                        "/physician/licenses/access/return?state="
                                + asked.getFirst("state")
                                + "&code=a-code")
                .session(browser)
                .exchange();
    }

    private static SigningAccessView waiting() {
        return new SigningAccessView(
                ACCESS,
                PhysicianId.next(),
                "Dr. Halloran",
                "Wendeline Marsh",
                NOW,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static CredentialsView view(String signing) {
        return new CredentialsView(
                ME,
                "Maya Castellane",
                "1234567893",
                EnumSet.of(UsState.FL),
                List.of(
                        credential(
                                CredentialKind.LICENSE,
                                UsState.FL,
                                CredentialStatus.ACTIVE,
                                "",
                                69L),
                        credential(
                                CredentialKind.DEA,
                                UsState.NJ,
                                CredentialStatus.EXPIRED,
                                "It expired.",
                                0L),
                        credential(
                                CredentialKind.CDS,
                                UsState.NJ,
                                null,
                                "The board was not asked yet.",
                                400L),
                        credential(
                                CredentialKind.SIGNING_CREDENTIAL,
                                null,
                                CredentialStatus.ACTIVE,
                                "",
                                null)),
                List.of("DEA registration in New Jersey"),
                null,
                signing);
    }

    private static CredentialRow credential(
            CredentialKind kind,
            @Nullable UsState state,
            @Nullable CredentialStatus status,
            String missing,
            @Nullable Long daysLeft) {
        return new CredentialRow(
                CredentialId.next(),
                Holder.of(ME),
                "Maya Castellane",
                kind,
                state,
                "104417",
                status,
                daysLeft == null ? null : LocalDate.of(2027, 1, 31),
                daysLeft,
                kind == CredentialKind.LICENSE ? LocalDate.of(2029, 1, 31) : null,
                status == null ? null : NOW.minus(Duration.ofHours(3)),
                status == null ? null : "board",
                missing,
                "");
    }
}
