package health.stillwater.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.rulebook.ConsentFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormsTests {

    @Test
    void whatIsWrittenIsReadAgain() {
        var at = Instant.parse("2026-11-02T15:00:00.123456Z");
        var forms =
                Map.of(
                        "treatment",
                        new ConsentFacts(
                                ConsentFacts.Status.SIGNED, "1", at, List.of("a", "b"), true),
                        "recording",
                        new ConsentFacts(ConsentFacts.Status.WITHDRAWN, "2", at, List.of(), false),
                        "sitter",
                        new ConsentFacts(null, null, null, null, null));

        assertThat(Forms.read(Forms.write(forms))).isEqualTo(forms);
        assertThat(Forms.read(Forms.write(null))).isNull();
    }

    @Test
    void whatWouldNotBeReadAgainIsNotWritten() {
        var torn = Map.of("a\tb", new ConsentFacts(null, null, null, null, null));

        assertThatThrownBy(() -> Forms.write(torn)).isInstanceOf(IllegalArgumentException.class);
    }
}
