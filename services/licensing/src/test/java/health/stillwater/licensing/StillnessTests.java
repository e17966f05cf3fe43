package health.stillwater.licensing;

import static health.stillwater.licensing.Made.HARBOR;
import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In which order everything a signature rests on is locked. */
class StillnessTests {

    private final Holders holders = mock(Holders.class);
    private final Credentials credentials = mock(Credentials.class);
    private final SigningAccesses accesses = mock(SigningAccesses.class);
    private final EntityManager entities = mock(EntityManager.class);
    private final Stillness stillness = new Stillness(holders, credentials, accesses, entities);

    @Test
    void credentialsAreLockedInTheOrderOfTheirIdsAndAccessAfterThem() {
        var marys = some(CredentialKind.LICENSE);
        var harbors = some(CredentialKind.PHARMACY_LICENSE);
        var ours = some(CredentialKind.ORGANIZATION_REGISTRATION);
        var access = new SigningAccess(MARY, Actors.staff(Actor.Kind.COMPLIANCE), NOON);
        when(holders.heldBy(MARY)).thenReturn(marys);
        when(holders.heldBy(HARBOR)).thenReturn(harbors);
        when(credentials.ofTheOrganization()).thenReturn(ours);
        when(accesses.findByPhysicianOrderByEnteredAtDesc(MARY)).thenReturn(List.of(access));

        stillness.forSigning(MARY, HARBOR);

        var order = inOrder(entities);
        Stream.of(marys, harbors, ours)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(each -> each.id().value()))
                .forEach(
                        each ->
                                order.verify(entities)
                                        .refresh(each, LockModeType.PESSIMISTIC_READ));
        order.verify(entities).refresh(access, LockModeType.PESSIMISTIC_READ);
        order.verifyNoMoreInteractions();
    }

    @Test
    void whatAPhysicianHoldsIsAnsweredAsLocked() {
        var marys = some(CredentialKind.LICENSE);
        when(holders.heldBy(MARY)).thenReturn(marys);

        assertThat(stillness.of(MARY)).containsExactlyInAnyOrderElementsOf(marys);
    }

    private static List<Credential> some(CredentialKind kind) {
        return Stream.of(UsState.FL, UsState.NJ, UsState.TX)
                .map(state -> Made.confirmed(kind, state, NEXT_SPRING))
                .toList();
    }
}
