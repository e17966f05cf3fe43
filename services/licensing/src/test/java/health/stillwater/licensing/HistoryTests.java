package health.stillwater.licensing;

import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.PrescriberFacts.License;
import health.stillwater.testing.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.ReflectionTestUtils;

/** How things stood at an instant that has passed. */
class HistoryTests {

    private final Terms terms = mock(Terms.class);
    private final Confirmations confirmations = mock(Confirmations.class);
    private final Physicians physicians = mock(Physicians.class);
    private final SigningAccesses accesses = mock(SigningAccesses.class);
    private final History history =
            new History(
                    terms,
                    confirmations,
                    physicians,
                    new Standing(Made.rulebook(), accesses, new TestClock()));
    private final Credential license =
            Made.confirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);

    @BeforeEach
    void maryIsKnown() {
        when(accesses.findFirstByPhysicianAndEnteredAtLessThanEqualOrderByEnteredAtDesc(
                        any(), any()))
                .thenReturn(Optional.empty());
        when(physicians.findById(MARY)).thenReturn(Optional.of(Made.mary()));
    }

    @ParameterizedTest(name = "{0} ns after it: {1}")
    @CsvSource({"-1, ACTIVE", "0, SUSPENDED", "1, SUSPENDED"})
    void aTermIsJudgedAtTheInstantAskedNotToday(long nanos, CredentialStatus status) {
        var from = NOON.minusSeconds(3_600);
        var stand =
                license.stand()
                        .confirmed(
                                Made.says(CredentialStatus.ACTIVE, Made.suspendedFrom(from), NOON));
        var at = from.plusNanos(nanos);
        var seen = from.minusSeconds(60);
        when(terms.of(MARY, at)).thenReturn(List.of(term(stand, "SYSTEM")));
        when(confirmations.lastSeen(List.of(license.id()), at))
                .thenReturn(Map.of(license.id(), seen));

        assertThat(licenseAt(at).status()).isEqualTo(status);
        assertThat(licenseAt(at).observedAt()).isEqualTo(seen);
    }

    @Test
    void nothingIsKnownOfAStranger() {
        when(physicians.findById(MARY)).thenReturn(Optional.empty());

        assertThat(history.factsOf(MARY, NOON)).isEqualTo(Facts.none());
    }

    @ParameterizedTest(name = "told by {0}: an officer {1}")
    @CsvSource({"COMPLIANCE, true", "SYSTEM, false"})
    void aTermIsShownWithWhoSaidSo(String teller, boolean officer) {
        var term = term(license.stand().renewedUntil(NEXT_SPRING.plusDays(1)), teller);
        when(terms.ofHolder(MARY, null, null)).thenReturn(List.of(term));

        assertThat(history.of(Holder.of(MARY)))
                .containsExactly(
                        new TermView(
                                license.id(),
                                CredentialKind.LICENSE,
                                UsState.FL,
                                NOON,
                                NOON.plusSeconds(1),
                                license.stand().number(),
                                CredentialStatus.ACTIVE,
                                Made.BEGINNING,
                                NEXT_SPRING,
                                NEXT_SPRING.plusDays(1),
                                false,
                                officer));
    }

    @Test
    void disciplineIsInTheHistory() {
        var stand =
                license.stand()
                        .confirmed(Made.says(CredentialStatus.ACTIVE, Made.disciplined(), NOON));

        assertThat(term(stand, "SYSTEM").view().encumbered()).isTrue();
    }

    private License licenseAt(Instant at) {
        var prescriber = Objects.requireNonNull(history.factsOf(MARY, at).prescriber());
        return Objects.requireNonNull(Objects.requireNonNull(prescriber.licenses()).get("FL"));
    }

    /** From noon for one second; the database writes terms, so that they have no constructor. */
    private Term term(Stand stand, String teller) {
        var term = new Term();
        ReflectionTestUtils.setField(term, "credential", license);
        ReflectionTestUtils.setField(term, "fromAt", NOON);
        ReflectionTestUtils.setField(term, "untilAt", NOON.plusSeconds(1));
        ReflectionTestUtils.setField(term, "toldByKind", teller);
        ReflectionTestUtils.setField(term, "stand", stand);
        return term;
    }
}
