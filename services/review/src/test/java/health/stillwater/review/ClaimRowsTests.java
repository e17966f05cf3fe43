package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.PrescriptionFacts;
import health.stillwater.rulebook.Verdict;
import health.stillwater.rulebook.Words;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimRowsTests {

    private static final Facts DRAFT =
            Facts.none()
                    .with(
                            new PrescriptionFacts(
                                    "rx", null, null, null, null, null, null, null, null, null,
                                    null, null, null, null, null, null));

    @Test
    void aCaseIsClaimedBeforeItsPrescriptionIsWritten() {
        assertThat(binding(Moment.CLAIM, Facts.none())).containsExactly("D05", "D35");
    }

    @Test
    void aDraftThatExistsIsJudged() {
        assertThat(binding(Moment.CLAIM, DRAFT))
                .containsExactly("D05", "D14", "D15", "D16", "D28", "D35");
    }

    @Test
    void itComesIntoTheQueueBeforeThatToo() {
        assertThat(binding(Moment.QUEUE, Facts.none())).containsExactly("D05", "D35");
    }

    @Test
    void nothingElseIsSparedAnyRow() {
        assertThat(binding(Moment.SIGNING, Facts.none()))
                .containsExactly("D05", "D14", "D15", "D16", "D28", "D35");
    }

    private static Stream<String> binding(Moment moment, Facts facts) {
        var verdicts =
                Stream.of("D05", "D14", "D15", "D16", "D28", "D35")
                        .map(
                                row ->
                                        new Verdict(
                                                row,
                                                1,
                                                Answer.UNKNOWN,
                                                "not known",
                                                new Words("", "", "")))
                        .toList();
        var judgement = new Judgement(moment, Instant.EPOCH, "v", verdicts, "hash");
        return ClaimRows.of(judgement, facts).verdicts().stream().map(Verdict::row);
    }
}
