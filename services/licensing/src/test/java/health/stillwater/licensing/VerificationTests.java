package health.stillwater.licensing;

import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.testing.TestClock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.ReflectionTestUtils;

/** What becomes of an answer, and when a silent source is asked again. */
class VerificationTests {

    private static final BoardAnswer SILENCE = new BoardAnswer.Silent("status 503");

    private final TestClock clock = new TestClock();
    private final Credentials credentials = mock(Credentials.class);
    private final Confirmations confirmations = mock(Confirmations.class);
    private final Endings endings = mock(Endings.class);
    private final Verification verification =
            new Verification(credentials, confirmations, endings, clock);
    private final Credential license =
            Made.confirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
    private final CredentialId id = license.id();

    @BeforeEach
    void itIsKnown() {
        when(credentials.locked(id)).thenReturn(Optional.of(license));
        when(credentials.save(license)).thenReturn(license);
    }

    @ParameterizedTest(name = "silent for {0} ms: asked again in {1} ms")
    @CsvSource({
        "0, 15000",
        "14999, 15000",
        "15000, 15000",
        "15001, 15001",
        "600000, 600000",
        "3599999, 3599999",
        "3600000, 3600000",
        "3600001, 3600000",
        "86400000, 3600000"
    })
    void theLongerTheSilenceTheLongerThePauseWithinLimits(long silent, long pause) {
        license.hearsNothing(NOON);
        clock.standsAt(NOON.plusMillis(silent));

        assertThat(verification.hears(id, SILENCE)).contains(clock.instant().plusMillis(pause));
    }

    @Test
    void aSilenceIsKeptWithItsReason() {
        assertThat(verification.hears(id, SILENCE)).contains(NOON.plusSeconds(15));

        verify(confirmations).keepSilence(id, license.question(), "status 503", NOON);
        verify(confirmations, never()).keep(any(), any(), any());
        verify(credentials).saveAndFlush(license);
        verify(endings).follow(license);
        assertThat(license.silentSince()).isEqualTo(NOON);
    }

    @Test
    void anAnswerIsKeptAndNobodyIsAskedAgain() {
        clock.standsAt(NOON.plusSeconds(60));
        var told = answer(CredentialStatus.SUSPENDED, clock.instant());

        assertThat(verification.hears(id, told)).isEmpty();
        verify(confirmations).keep(id, told, clock.instant());
        verify(credentials).saveAndFlush(license);
        verify(endings).follow(license);
        assertThat(license.statusAt(clock.instant())).isEqualTo(CredentialStatus.SUSPENDED);
        assertThat(Made.news(license)).anyMatch(CredentialSuspended.class::isInstance);
    }

    @Test
    void whatIsOverAlreadyIsNotLostByAnAnswer() {
        when(endings.isOver(license)).thenReturn(true);
        verification.hears(id, answer(CredentialStatus.EXPIRED, NOON));

        assertThat(Made.news(license)).noneMatch(CredentialSuspended.class::isInstance);
    }

    @ParameterizedTest(name = "an answer {0} ns after the last one counts: {1}")
    @CsvSource({"-1, false", "0, true", "1, true"})
    void anAnswerOlderThanTheLastOneIsASilence(long after, boolean counts) {
        var told = answer(CredentialStatus.REVOKED, NOON.plusNanos(after));

        assertThat(verification.hears(id, told).isEmpty()).isEqualTo(counts);
        assertThat(license.statusAt(NOON))
                .isEqualTo(counts ? CredentialStatus.REVOKED : CredentialStatus.ACTIVE);
        assertThat(license.silentSince() == null).isEqualTo(counts);
    }

    @Test
    void thatItIsAskedIsNotedBeforehand() {
        assertThat(verification.isAsked(id)).isEqualTo(license.question());
        assertThat(ReflectionTestUtils.getField(license, "askedAt")).isEqualTo(NOON);
    }

    @Test
    void nobodyIsAskedAboutWhatIsNotThere() {
        assertThatThrownBy(() -> verification.isAsked(CredentialId.next()))
                .isInstanceOf(Refusal.Missing.class);
    }

    private static BoardAnswer.Told answer(CredentialStatus status, Instant seenAt) {
        return Made.says(status, BoardAnswer.Details.NONE, seenAt);
    }
}
