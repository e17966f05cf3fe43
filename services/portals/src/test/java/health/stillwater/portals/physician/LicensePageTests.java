package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.CASTELLANE;
import static health.stillwater.portals.physician.Samples.CLOCK;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialId;
import health.stillwater.licensing.CredentialKind;
import health.stillwater.licensing.CredentialRow;
import health.stillwater.licensing.CredentialsView;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.Desk;
import health.stillwater.rulebook.CredentialStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LicensePageTests {

    private final Licensing licensing = mock(Licensing.class);
    private final Desk desk = Desk.of(CASTELLANE, new MyLicensesController(licensing, CLOCK));

    @Test
    void myLicensesSayWhereIMayPrescribeAndWhatIsInTheWay() {
        when(licensing.credentialsOf(ME))
                .thenReturn(
                        new CredentialsView(
                                ME,
                                "Maya Castellane",
                                "1234567893",
                                EnumSet.of(UsState.FL),
                                List.of(
                                        credential(
                                                CredentialKind.LICENSE,
                                                UsState.FL,
                                                CredentialStatus.ACTIVE,
                                                ""),
                                        credential(
                                                CredentialKind.DEA,
                                                UsState.NJ,
                                                CredentialStatus.EXPIRED,
                                                "It expired."),
                                        credential(
                                                CredentialKind.CDS,
                                                UsState.NJ,
                                                null,
                                                "The board was not asked yet.")),
                                List.of("DEA registration in New Jersey")));
        var page = desk.read("/physician/licenses");
        assertThat(page.select("main").text())
                .contains(
                        "You may prescribe in Florida",
                        "DEA registration in New Jersey",
                        "Not checked yet",
                        "It expired.");
    }

    private static CredentialRow credential(
            CredentialKind kind, UsState state, @Nullable CredentialStatus status, String missing) {
        return new CredentialRow(
                CredentialId.next(),
                "Maya Castellane",
                kind,
                state,
                "104417",
                status,
                LocalDate.of(2027, 1, 31),
                status == null ? null : NOW.minus(Duration.ofHours(3)),
                status == null ? null : "board",
                missing);
    }
}
