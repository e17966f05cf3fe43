package health.stillwater.prescribing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

class CaseFileRoomTests extends SigningRoom {

    static final Actor OFFICER = Actors.staff(Actor.Kind.COMPLIANCE);

    @Test
    void aPatientTakesTheirOwnDecisionsWithThem(AssertablePublishedEvents published) {
        var decision = signed(Forms.approving());

        var file = gathered(Actors.patient(patient), new CaseFileScope.OfPatient(patient));

        assertThat(file.decisions())
                .extracting(record -> record.decision().id())
                .containsExactly(decision);
        assertThat(file.about()).containsExactly("patient " + patient, "made " + file.at());
        assertProved(file);
        assertThat(published)
                .contains(CaseFileExported.class)
                .matching(CaseFileExported::subject, patient)
                .matching(CaseFileExported::decisions, 1);
        assertThat(published.ofType(Seen.class).matching(Seen::about, "a case file"::equals))
                .isEmpty();
    }

    @Test
    void anOfficerTakesAPhysiciansOfATimeAndEachPatientSeesIt(AssertablePublishedEvents published) {
        var now = clock.instant();
        var decision = signed(Forms.declining());

        var file =
                gathered(
                        OFFICER,
                        new CaseFileScope.OfPhysician(reyes, now, now.plus(Duration.ofHours(1))));

        assertThat(file.decisions())
                .extracting(record -> record.decision().id())
                .containsExactly(decision);
        assertProved(file);
        assertThat(published)
                .contains(Seen.class)
                .matching(Seen::subject, patient)
                .matching(Seen::about, "a case file");
        assertThat(of(OFFICER, new CaseFileScope.OfPhysician(quill, now, now.plusSeconds(9))))
                .isInstanceOf(CaseFileOutcome.Nothing.class);
    }

    @Test
    void aTimeIsFromAnInstantUntilAnother() {
        var decision = signed(Forms.approving());
        var at = clock.instant();

        assertThat(idsIn(at, at.plusMillis(1))).containsExactly(decision);
        assertThat(idsIn(at.plusMillis(1), at.plusSeconds(9))).isEmpty();
        assertThat(idsIn(at.minusSeconds(9), at)).isEmpty();
        var lastYear = new CaseFileScope.OfTime(at.minusSeconds(40_000_000), at.minusSeconds(9));
        assertThat(of(OFFICER, lastYear)).isInstanceOf(CaseFileOutcome.Nothing.class);
    }

    @Test
    void nobodyElseTakesAnything(AssertablePublishedEvents published) {
        signed(Forms.approving());
        var time = new CaseFileScope.OfTime(Instant.EPOCH, clock.instant().plusSeconds(1));
        var theirs = new CaseFileScope.OfPatient(patient);

        for (var scope : List.of(time, theirs)) {
            for (var other :
                    List.of(
                            Actors.patient(PatientId.next()),
                            Actors.physician(reyes),
                            Actors.staff(Actor.Kind.BILLING),
                            Actor.NOBODY)) {
                assertThatThrownBy(() -> of(other, scope))
                        .as(other.kind() + " " + scope)
                        .isInstanceOf(Refusal.Missing.class);
            }
        }
        assertThatThrownBy(() -> of(Actors.patient(patient), time))
                .isInstanceOf(Refusal.Missing.class);
        assertThat(published.ofType(CaseFileExported.class)).isEmpty();
    }

    private static void assertProved(CaseFileOutcome.Gathered file) {
        var evidence = file.evidence();
        assertThat(evidence.entries()).hasSameSizeAs(file.decisions());
        for (int i = 0; i < evidence.entries().size(); i++) {
            var entry = evidence.entries().get(i);
            var record = file.decisions().get(i);
            assertThat(new String(entry.leaf(), UTF_8)).isEqualTo(record.bundle());
            assertThat(entry.proof().index()).isEqualTo(record.decision().leaf());
            assertThat(entry.proof().holds(entry.leaf(), evidence.checkpoint().root())).isTrue();
        }
    }

    private List<DecisionId> idsIn(Instant from, Instant until) {
        return of(OFFICER, new CaseFileScope.OfPhysician(reyes, from, until))
                        instanceof CaseFileOutcome.Gathered file
                ? file.decisions().stream().map(record -> record.decision().id()).toList()
                : List.of();
    }

    private CaseFileOutcome.Gathered gathered(Actor actor, CaseFileScope scope) {
        var outcome = of(actor, scope);
        assertThat(outcome).isInstanceOf(CaseFileOutcome.Gathered.class);
        return (CaseFileOutcome.Gathered) outcome;
    }

    private CaseFileOutcome of(Actor actor, CaseFileScope scope) {
        return Actors.as(actor, () -> prescribing.caseFile(scope));
    }
}
