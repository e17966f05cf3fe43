package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** What is drafted, frozen and void before anything is signed. */
class ReadyRoomTests extends SigningRoom {

    @Test
    void aFormThatIsNotCompleteIsSavedAndNotFrozen() {
        var form = Forms.approvingBut(Map.of("quantity", "9"));

        var outcome = as(reyes, () -> prescribing.readyToSign(request, reyes, fence, form));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReadyOutcome.Invalid.class,
                        invalid -> assertThat(invalid.fieldErrors()).containsOnlyKeys("quantity"));
        assertThat(as(reyes, () -> prescribing.draftOf(request, reyes)).form()).isEqualTo(form);
    }

    @Test
    void aNewClaimantVoidsWhatAnotherLeftReady() {
        elsewhere.seenByWhoeverAsks(request, clock.instant());
        var ready = ready(Forms.approving());
        as(
                reyes,
                () -> {
                    queue.release(request, reyes);
                    return true;
                });
        var quillsFence = claim(quill);

        assertThatThrownBy(() -> sign(ready, freshFor(ready)))
                .isInstanceOf(Refusal.Overtaken.class);
        as(quill, () -> prescribing.readyToSign(request, quill, quillsFence, Forms.approving()));
        assertThat(stateOf(ready)).isEqualTo("VOID");
        assertThatThrownBy(
                        () -> as(quill, () -> prescribing.sign(ready.id(), quill, freshFor(ready))))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void aTextThatWasMarkedReadyAgainIsNotSignedByTheFactorOfTheEarlierOne() {
        var earlier = ready(Forms.approving());
        var later = ready(Forms.approving());

        assertThat(later.nonce()).isNotEqualTo(earlier.nonce());
        assertThatThrownBy(() -> sign(earlier, freshFor(earlier)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThat(sign(later, freshFor(earlier))).isInstanceOf(SigningOutcome.FactorRefused.class);
        assertThat(decisions()).isZero();
    }

    @Test
    void anyChangeVoidsWhatWasReady(AssertablePublishedEvents published) {
        var ready = ready(Forms.approving());
        var draft = as(reyes, () -> prescribing.draftOf(request, reyes));
        as(reyes, () -> prescribing.save(request, reyes, draft));
        assertThat(stateOf(ready)).isEqualTo("OPEN");

        var changed =
                new Draft(Forms.approvingBut(Map.of("quantity", "80")), draft.version(), null);
        as(reyes, () -> prescribing.save(request, reyes, changed));

        assertThat(stateOf(ready)).isEqualTo("VOID");
        assertThat(published)
                .contains(SigningVoided.class)
                .matching(SigningVoided::signing, ready.id());
        assertThatThrownBy(() -> sign(ready, freshFor(ready)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThat(decisions()).isZero();
    }

    @Test
    void aTextIsReadyForAQuarterOfAnHour() {
        var ready = ready(Forms.approving());
        clock.passes(Duration.ofMinutes(15));

        assertThat(stateOf(ready)).isEqualTo("VOID");
        assertThatThrownBy(() -> sign(ready, freshFor(ready)))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void aTextThatBearsYesterdaysDateIsWrittenAnew() {
        beforeMidnightInMiami();
        var ready = ready(Forms.approving());
        assertThat(ready.text().issueDate()).isEqualTo(LocalDate.parse("2026-11-24"));
        clock.passes(Duration.ofMinutes(2));

        assertThat(stateOf(ready)).isEqualTo("VOID");
        assertThatThrownBy(() -> sign(ready, freshFor(ready)))
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("mark it ready again");
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        assertThat(ready(Forms.approving()).text().issueDate())
                .isEqualTo(LocalDate.parse("2026-11-25"));
    }

    @Test
    void aDraftOfAnotherWindowIsNotWrittenOver() {
        var mine =
                as(
                        reyes,
                        () ->
                                prescribing.save(
                                        request, reyes, new Draft(Forms.declining(), 0, null)));

        assertThatThrownBy(
                        () ->
                                as(
                                        reyes,
                                        () ->
                                                prescribing.save(
                                                        request,
                                                        reyes,
                                                        new Draft(Forms.approving(), 0, null))))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThat(as(reyes, () -> prescribing.draftOf(request, reyes))).isEqualTo(mine);
        assertThat(as(quill, () -> prescribing.draftOf(request, quill)).version()).isZero();
        assertThatThrownBy(
                        () ->
                                as(
                                        quill,
                                        () ->
                                                prescribing.save(
                                                        request,
                                                        quill,
                                                        new Draft(Forms.declining(), 0, null))))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void withoutALicenseNothingIsKnownAndNothingIsReady() {
        elsewhere.knowsNothingOf(reyes);

        assertThat(
                        as(
                                reyes,
                                () ->
                                        prescribing.readyToSign(
                                                request, reyes, fence, Forms.approving())))
                .isInstanceOf(ReadyOutcome.Stopped.class);
    }

    private void beforeMidnightInMiami() {
        as(
                reyes,
                () -> {
                    queue.release(request, reyes);
                    return true;
                });
        clock.standsAt(Instant.parse("2026-11-25T04:59:00Z"));
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        fence = claim(reyes);
    }
}
