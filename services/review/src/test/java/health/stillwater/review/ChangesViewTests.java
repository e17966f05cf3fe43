package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.SnapshotView;
import health.stillwater.rulebook.SnapshotView.Known;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesViewTests {

    private static final Instant THEN = Instant.parse("2026-11-24T15:00:00Z");

    @Test
    void whatOnlyAMachineReadsIsNeitherShownNorAChange() {
        var before =
                knowing("pdmp, reports, FL", "documented yes; observed at 2026-11-24T15:00:00Z");
        var again =
                knowing(
                        "pdmp, reports, FL",
                        "documented yes; observed at 2026-11-26T10:53:19.989Z");
        var other =
                knowing(
                        "pdmp, reports, FL",
                        "documented yes; report id E-FORCSE 42; valid until 2026-12-31; reviewed by"
                                + " 0b000000-0000-4000-8000-000000000002");

        assertThat(ChangesView.between(before, again).changes()).isEmpty();
        assertThat(ChangesView.between(before, again).same()).isEqualTo(1);
        assertThat(ChangesView.between(before, other).changes())
                .containsExactly(
                        new ChangesView.Change(
                                "pdmp, reports, FL",
                                "documented yes",
                                "documented yes; report id E-FORCSE 42; valid until 2026-12-31"));
    }

    private static SnapshotView knowing(String path, String says) {
        return new SnapshotView(
                Moment.QUEUE, THEN, true, "1", List.of(), List.of(new Known(path, says, THEN)));
    }
}
