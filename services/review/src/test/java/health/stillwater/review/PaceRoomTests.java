package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Twenty decisions in twenty minutes bring compliance; a patient physician brings nobody. */
class PaceRoomTests extends ReviewRoom {

    @Autowired Attention attention;

    @Test
    void twentyDecisionsInTwentyMinutesBringCompliance() {
        for (int i = 0; i < 20; i++) {
            decides(Duration.ofMinutes(1));
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> ours().size() == 2);
        assertThat(ours())
                .extracting(ConcernView::kind)
                .containsExactlyInAnyOrder(ConcernKind.TOO_MANY, ConcernKind.TOO_FAST);
    }

    @Test
    void whoLooksLongEnoughBringsNobody() {
        for (int i = 0; i < 8; i++) {
            decides(Duration.ofMinutes(4));
        }
        waitUntilAllNewsIsHeard();

        assertThat(ours()).isEmpty();
    }

    @Test
    void aConcernIsClosedOnceByComplianceAndOpensAgain() {
        for (int i = 0; i < 3; i++) {
            decides(Duration.ofSeconds(10));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> ours().size() == 1);
        var concern = ours().getFirst().id();
        var officer = Actors.staff(Actor.Kind.COMPLIANCE);
        Actors.does(officer, () -> oversight.close(concern, "Spoke with Dr. Reyes."));

        assertThat(ours().getFirst().outcome()).contains("Spoke with Dr. Reyes.");
        assertThatThrownBy(() -> Actors.does(officer, () -> oversight.close(concern, "again")))
                .isInstanceOf(Refusal.Overtaken.class);
        decides(Duration.ofSeconds(10));
        await().atMost(Duration.ofSeconds(20)).until(() -> ours().size() == 2);
    }

    @Test
    void nobodyElseReadsIt() {
        for (var other :
                List.of(
                        Actors.physician(reyes),
                        Actors.patient(patient),
                        Actors.pharmacist(PharmacyId.next()),
                        Actors.staff(Actor.Kind.BILLING),
                        Actor.NOBODY)) {
            assertThatThrownBy(() -> Actors.as(other, oversight::concerns))
                    .isInstanceOf(Refusal.Missing.class);
            for (var table : List.of("concern", "effort")) {
                long seen =
                        Actors.as(
                                other,
                                () ->
                                        transaction.execute(
                                                _ ->
                                                        jdbc.sql(
                                                                        "select count(*) from review."
                                                                                + table)
                                                                .query(Long.class)
                                                                .single()));
                assertThat(seen).as(other.kind() + " " + table).isZero();
            }
        }
    }

    @Test
    void timeOnACaseIsWhatTheServerSawOfIt() {
        var request = aWaitingCase();
        var fence = fenceOf(request, reyes);
        as(reyes, () -> queue.open(request, reyes));
        clock.passes(Duration.ofMinutes(2));
        as(reyes, () -> queue.renew(request, reyes, fence));
        clock.passes(Duration.ofMinutes(20)); // asleep: five minutes are believed
        as(reyes, () -> queue.open(request, reyes));
        clock.passes(Duration.ofMinutes(3));

        var spent =
                Actors.as(
                        Actor.system("test"),
                        () ->
                                transaction.execute(
                                        _ -> attention.spent(request, reyes, clock.instant())));
        assertThat(spent).isEqualTo(new Attention.Spent(10 * 60, 2));
    }

    private void decides(Duration after) {
        RequestId request = aWaitingCase();
        var fence = fenceOf(request, reyes);
        clock.passes(after);
        does(reyes, () -> queue.decided(request, reyes, fence));
    }

    private List<ConcernView> ours() {
        return Actors.as(Actors.staff(Actor.Kind.COMPLIANCE), oversight::concerns).stream()
                .filter(concern -> concern.physician().equals(reyes))
                .toList();
    }
}
