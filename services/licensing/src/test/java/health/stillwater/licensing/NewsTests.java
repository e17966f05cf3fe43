package health.stillwater.licensing;

import static health.stillwater.licensing.Made.HARBOR;
import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static health.stillwater.licensing.Made.STILLWATER;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the room tells others names what it is about, and no patient. */
class NewsTests {

    private static final CredentialId ID = CredentialId.next();
    private static final UUID ACCESS = UUID.randomUUID();

    @ParameterizedTest
    @MethodSource
    void newsNameWhatTheyAreAbout(DomainEvent news, String about) {
        assertThat(news.about()).contains(about);
        assertThat(news.subject()).isNull();
        assertThat(news.at()).isEqualTo(NOON);
    }

    static Stream<Arguments> newsNameWhatTheyAreAbout() {
        var credential = "credential " + ID;
        return Stream.of(
                Arguments.of(new CredentialRecorded(ID, NOON), credential),
                Arguments.of(new CredentialRenewalRecorded(ID, NOON), credential),
                Arguments.of(new CredentialVerified(ID, CredentialStatus.ACTIVE, NOON), credential),
                Arguments.of(new LicensingBoardSilent(ID, NOON), credential),
                Arguments.of(
                        new CredentialEnding(ID, MARY, null, 7, NEXT_SPRING, NOON),
                        credential + ", within 7 days"),
                Arguments.of(
                        new CredentialSuspended(ID, MARY, null, UsState.FL, NOON),
                        credential + ", FL"),
                Arguments.of(new SigningAccessEntered(ACCESS, MARY, NOON), ACCESS.toString()),
                Arguments.of(new SigningAccessApproved(ACCESS, MARY, NOON), ACCESS.toString()),
                Arguments.of(new SigningAccessRevoked(ACCESS, MARY, NOON), ACCESS.toString()),
                Arguments.of(new PhysicianRegistered(MARY, NOON), MARY.toString()),
                Arguments.of(new PharmacyRegistered(HARBOR, NOON), HARBOR.toString()),
                Arguments.of(new OrganizationRegistered(STILLWATER, NOON), STILLWATER.toString()));
    }

    @Test
    void aLossOfWhatHoldsEverywhereNamesNoState() {
        assertThat(new CredentialSuspended(ID, MARY, null, null, NOON).about())
                .isEqualTo("credential " + ID);
    }

    @Test
    void anIdIsReadAsItIsWritten() {
        assertThat(CredentialId.of(ID.toString())).isEqualTo(ID);
    }
}
