package health.stillwater.licensing;

import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a credential stands at an instant: what was told of it, and what its source said. */
class StandTests {

    private static final Stand TOLD =
            Stand.told(Made.told(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING));

    @Test
    void whatItsHolderToldIsNoStatus() {
        assertThat(TOLD.status()).isNull();
        assertThat(TOLD.licenseType()).isNull();
        assertThat(TOLD.expiresOn()).isEqualTo(NEXT_SPRING);
        assertThat(TOLD.isGoodAt(NOON)).isFalse();
        assertThat(TOLD.isTakenAwayAt(NOON)).isFalse();
        assertThat(TOLD.addressState()).isNull();
        assertThat(TOLD.specialty()).isNull();
        assertThat(TOLD.issuer()).isNull();
        assertThat(TOLD.scheduleList()).isEmpty();
    }

    @Test
    void onlyAStatesOwnRegistrationHasAnAddressAndOnlyABoardCertifiesASpecialty() {
        var cds = Stand.told(Made.told(CredentialKind.CDS, UsState.NJ, NEXT_SPRING));
        var board =
                Stand.told(Made.told(CredentialKind.BOARD_CERTIFICATION, UsState.FL, NEXT_SPRING));

        assertThat(cds.addressState()).isEqualTo(UsState.NJ);
        assertThat(board.issuer()).isEqualTo("American Board");
        assertThat(board.specialty()).isEqualTo("Psychiatry");
    }

    @ParameterizedTest(name = "source says {0}, renewal until 2028-02-29: confirmed {1}")
    @CsvSource({"2028-02-28, false", "2028-02-29, true", "2028-03-01, true", ", false"})
    void aRenewalIsConfirmedByAnEndThatReachesIt(LocalDate said, boolean confirmed) {
        var renewed = TOLD.renewedUntil(LocalDate.of(2028, 2, 29));
        assertThat(renewed.expiresOn()).isEqualTo(NEXT_SPRING);

        var after = renewed.confirmed(says(CredentialStatus.ACTIVE, said));

        assertThat(after.renewalUntil() == null).isEqualTo(confirmed);
        assertThat(after.expiresOn()).isEqualTo(said == null ? NEXT_SPRING : said);
    }

    @Test
    void aRenewalOfWhatHasNoEndIsNotConfirmedByAnAnswerWithoutOne() {
        var forLife =
                Stand.told(Made.told(CredentialKind.BOARD_CERTIFICATION, UsState.FL, null))
                        .renewedUntil(NEXT_SPRING);

        assertThat(forLife.confirmed(Made.says(CredentialStatus.ACTIVE)).renewalUntil())
                .isEqualTo(NEXT_SPRING);
    }

    @ParameterizedTest(name = "{0}: good {1}")
    @CsvSource({
        "2026-11-25T16:59:59.999999999Z, true",
        "2026-11-25T17:00:00Z, false",
        "2026-11-25T17:00:00.000000001Z, false"
    })
    void anAnnouncedSuspensionBeginsAtItsInstant(Instant at, boolean good) {
        var from = Instant.parse("2026-11-25T17:00:00Z");
        var stand =
                TOLD.confirmed(Made.says(CredentialStatus.ACTIVE, Made.suspendedFrom(from), NOON));

        assertThat(stand.isGoodAt(at)).isEqualTo(good);
        assertThat(stand.isTakenAwayAt(at)).isEqualTo(!good);
        assertThat(stand.at(at).status())
                .isEqualTo(good ? CredentialStatus.ACTIVE : CredentialStatus.SUSPENDED);
        assertThat(stand.at(at).expiresOn()).isEqualTo(NEXT_SPRING);
    }

    @Test
    void aSuspensionKeepsTheInstantItBegan() {
        var first = TOLD.confirmed(Made.says(CredentialStatus.SUSPENDED));
        var later =
                first.confirmed(
                        Made.says(
                                CredentialStatus.SUSPENDED,
                                BoardAnswer.Details.NONE,
                                NOON.plusSeconds(60)));

        assertThat(first.suspendedFrom()).isEqualTo(NOON);
        assertThat(later.suspendedFrom()).isEqualTo(NOON);
    }

    @Test
    void aSuspensionThatIsLiftedIsGone() {
        var lifted =
                TOLD.confirmed(Made.says(CredentialStatus.SUSPENDED))
                        .confirmed(Made.says(CredentialStatus.ACTIVE));

        assertThat(lifted.suspendedFrom()).isNull();
        assertThat(lifted.isGoodAt(NOON)).isTrue();
        assertThat(lifted.at(NOON)).isSameAs(lifted);
    }

    @Test
    void theSourceMayNameAnotherInstantOfASuspension() {
        var earlier = NOON.minusSeconds(1);
        var stand =
                TOLD.confirmed(Made.says(CredentialStatus.SUSPENDED))
                        .confirmed(
                                Made.says(
                                        CredentialStatus.SUSPENDED,
                                        Made.suspendedFrom(earlier),
                                        NOON));

        assertThat(stand.suspendedFrom()).isEqualTo(earlier);
    }

    @ParameterizedTest
    @EnumSource(CredentialStatus.class)
    void onlyWhatRanOutWasNotTakenAway(CredentialStatus status) {
        var stand = TOLD.confirmed(Made.says(status));
        var kept = status == CredentialStatus.ACTIVE || status == CredentialStatus.EXPIRED;

        assertThat(stand.isTakenAwayAt(NOON)).isEqualTo(!kept);
        assertThat(stand.isGoodAt(NOON)).isEqualTo(status == CredentialStatus.ACTIVE);
        assertThat(stand.at(NOON).status()).isEqualTo(status);
    }

    @Test
    void anEndedOneIsNotCalledSuspendedByAnInstantThatHasPassed() {
        var stand =
                TOLD.confirmed(Made.says(CredentialStatus.EXPIRED, Made.suspendedFrom(NOON), NOON));

        assertThat(stand.at(NOON).status()).isEqualTo(CredentialStatus.EXPIRED);
    }

    @Test
    void everythingTheSourceSaysIsKept() {
        var details =
                new BoardAnswer.Details(
                        null,
                        true,
                        List.of("3N", "2N"),
                        LicenseType.DO,
                        null,
                        null,
                        null,
                        null,
                        null);
        var stand = TOLD.confirmed(Made.says(CredentialStatus.ACTIVE, details, NOON));

        assertThat(stand.scheduleList()).containsExactly("2N", "3N");
        assertThat(stand.encumbered()).isTrue();
        assertThat(stand.licenseType()).isEqualTo(LicenseType.DO);
    }

    private static BoardAnswer.Told says(CredentialStatus status, LocalDate end) {
        return Made.says(status, end == null ? BoardAnswer.Details.NONE : Made.endsOn(end), NOON);
    }
}
