package health.stillwater.portals.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.rulebook.KillSwitch;
import health.stillwater.rulebook.KillSwitch.Said;
import health.stillwater.rulebook.KillSwitch.Scope;
import health.stillwater.rulebook.Rulebook;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class BannersTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");
    private static final UUID REYES = UUID.randomUUID();
    private static final UUID HARBOR = UUID.randomUUID();

    private final Rulebook rulebook = mock(Rulebook.class);
    private final Banners banners = new Banners(rulebook);

    private void stopped(Said last) {
        when(rulebook.switches())
                .thenReturn(
                        List.of(
                                of(Scope.EVERYTHING, null, "All prescribing", last),
                                of(Scope.STATE, "FL", "Florida", last),
                                of(Scope.INDICATION, "anxiety", "anxiety", last),
                                of(Scope.PHYSICIAN, REYES.toString(), "Dr. Reyes", last),
                                of(Scope.PHARMACY, HARBOR.toString(), "Harbor", last)));
    }

    private static KillSwitch of(Scope scope, @Nullable String target, String name, Said last) {
        var word = new KillSwitch.Word(last, "A complaint", UUID.randomUUID(), "W. Marsh", NOW);
        return new KillSwitch(scope.ordinal() + 1L, scope, target, name, List.of(word));
    }

    private String read(Actor.Kind kind, UUID id, @Nullable UUID organization) {
        return banners.of(new Actor(kind, id, organization, "somebody")).stream()
                .map(banner -> banner.title() + ": " + banner.sentence())
                .collect(Collectors.joining("\n"));
    }

    private String read(Actor.Kind kind) {
        return read(kind, UUID.randomUUID(), null);
    }

    @Test
    void thePublicReadsWhatConcernsThePublic() {
        stopped(Said.CONFIRMED);
        for (var kind : List.of(Actor.Kind.NOBODY, Actor.Kind.VISITOR)) {
            assertThat(read(kind).lines())
                    .satisfiesExactly(
                            all -> assertThat(all).contains("New prescriptions are paused"),
                            state -> assertThat(state).contains("Care in Florida is paused"),
                            anxiety -> assertThat(anxiety).contains("Care for anxiety is paused"));
        }
    }

    @Test
    void noPatientReadsAPhysiciansName() {
        stopped(Said.CONFIRMED);
        assertThat(read(Actor.Kind.PATIENT))
                .contains("Some requests take longer", "Care in Florida")
                .doesNotContain("Reyes", "Harbor", "Marsh", "complaint");
    }

    @Test
    void aPhysicianReadsOfThemselvesAndOfNoColleague() {
        stopped(Said.CONFIRMED);
        assertThat(read(Actor.Kind.PHYSICIAN, REYES, null))
                .contains("Your prescribing is stopped", "Nothing goes to Harbor")
                .doesNotContain("complaint", "Marsh");
        assertThat(read(Actor.Kind.PHYSICIAN))
                .contains("All prescribing is stopped", "Prescribing in Florida is stopped")
                .doesNotContain("Your prescribing", "Reyes");
    }

    @Test
    void aPharmacyReadsOfItselfAndOfNoDiagnosis() {
        stopped(Said.CONFIRMED);
        assertThat(read(Actor.Kind.PHARMACIST, UUID.randomUUID(), HARBOR))
                .contains("No new orders for your pharmacy", "No new orders for Florida")
                .doesNotContain("anxiety", "Reyes", "complaint");
        assertThat(read(Actor.Kind.PHARMACIST, UUID.randomUUID(), UUID.randomUUID()))
                .doesNotContain("your pharmacy", "Harbor");
    }

    @Test
    void billingReadsOfNoDiagnosisAndNoPhysician() {
        stopped(Said.CONFIRMED);
        assertThat(read(Actor.Kind.BILLING))
                .contains("one treatment is stopped", "One physician's prescribing is stopped")
                .doesNotContain("anxiety", "Reyes");
    }

    @Test
    void complianceReadsAllOfItAndWhoIsWaitedFor() {
        stopped(Said.THROWN);
        assertThat(read(Actor.Kind.COMPLIANCE))
                .contains(
                        "Dr. Reyes is stopped",
                        "by W. Marsh",
                        "waits for a second person to confirm it");
        assertThat(banners.of(new Actor(Actor.Kind.COMPLIANCE, REYES, null, "W. Marsh")))
                .extracting(Banner::more)
                .contains("/compliance/rulebook/switches/4");
    }

    @Test
    void whatIsOverIsSaidToNobody() {
        for (var over : List.of(Said.LIFTED, Said.RELEASED)) {
            stopped(over);
            assertThat(Arrays.stream(Actor.Kind.values()).map(this::read))
                    .allSatisfy(said -> assertThat(said).isEmpty());
        }
    }

    @Test
    void staffAreToldWhenTheRulesCannotBeRead() {
        when(rulebook.switches()).thenThrow(new QueryTimeoutException("down"));
        assertThat(read(Actor.Kind.PHYSICIAN)).contains("cannot see whether something is stopped");
        assertThat(read(Actor.Kind.NOBODY)).isEmpty();
        assertThat(read(Actor.Kind.PATIENT)).isEmpty();
    }
}
