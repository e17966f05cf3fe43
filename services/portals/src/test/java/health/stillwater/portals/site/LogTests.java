package health.stillwater.portals.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.ledger.Checkpoint;
import health.stillwater.ledger.Ledger;
import health.stillwater.ledger.Proof;
import health.stillwater.portals.shell.Desk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may know of the log. */
class LogTests {

    private final Ledger ledger = mock(Ledger.class);
    private final Desk desk = Desk.of(Actor.NOBODY, new LogController(ledger));

    @Test
    void theLatestCheckpointAndTheKeysAreGivenAsTheyAre() {
        when(ledger.latestCheckpoint())
                .thenReturn(
                        Optional.of(new Checkpoint(3, new byte[32], "origin\n3\nroot\n\n— x y\n")));
        when(ledger.verifierKeys()).thenReturn("a+b+c\nd+e+f\n");
        assertThat(desk.mvc().get().uri("/log/checkpoint"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("origin\n3\nroot\n\n— x y\n");
        assertThat(desk.mvc().get().uri("/log/keys")).bodyText().isEqualTo("a+b+c\nd+e+f\n");
    }

    @Test
    void proofsAreGivenInJson() {
        when(ledger.inclusion(1, 3)).thenReturn(new Proof(1, 3, List.of(new byte[] {1, 2, 3})));
        when(ledger.consistency(2, 3)).thenReturn(List.of(new byte[] {4, 5, 6}));
        assertThat(desk.mvc().get().uri("/log/inclusion?index=1&size=3"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"index\":1,\"path\":[\"AQID\"],\"size\":3}");
        assertThat(desk.mvc().get().uri("/log/consistency?from=2&to=3"))
                .bodyText()
                .isEqualTo("{\"from\":2,\"path\":[\"BAUG\"],\"to\":3}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/inclusion",
                "/log/inclusion?index=x&size=3",
                "/log/inclusion?index=9&size=3",
                "/log/consistency?from=4&to=3",
                "/log/consistency?from=1&to=99999999999999999999"
            })
    void whatCannotBeProvedIsSaid(String address) {
        when(ledger.inclusion(9, 3)).thenThrow(new Refusal.Missing("Leaf 9"));
        when(ledger.consistency(4, 3)).thenThrow(new IllegalArgumentException("4 to 3"));
        assertThat(desk.mvc().get().uri(address)).hasStatus(422);
    }
}
