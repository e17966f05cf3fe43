package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ways round the second factor, as far as a sign-in that is true in itself goes: what it was given
 * for, by whom, when, and what happened since. {@code StepUpAttackTests} of the portals has the
 * tokens that are not true.
 */
class WaysRoundRoomTests extends SigningRoom {

    /** The factor as Keycloak would tell of it, with one thing otherwise. */
    private enum Factor {
        OF_A_LOWER_LEVEL(f -> with(f, "silver", f.authTime(), f.nonce(), f.subject()), "without"),
        WITHOUT_A_LEVEL(f -> with(f, "", f.authTime(), f.nonce(), f.subject()), "without"),
        OF_A_LEVEL_IN_CAPITALS(
                f -> with(f, "GOLD", f.authTime(), f.nonce(), f.subject()), "without"),
        OF_A_LEVEL_WITH_A_BLANK(
                f -> with(f, "gold ", f.authTime(), f.nonce(), f.subject()), "without"),
        OF_A_LEVEL_BY_NUMBER(f -> with(f, "2", f.authTime(), f.nonce(), f.subject()), "without"),
        OF_SEVERAL_LEVELS(
                f -> with(f, "silver gold", f.authTime(), f.nonce(), f.subject()), "without"),
        A_SECOND_TOO_OLD(f -> aged(f, -121), "older than two minutes"),
        AN_HOUR_OLD(f -> aged(f, -3600), "older than two minutes"),
        OF_THE_BEGINNING_OF_TIME(
                f -> with(f, f.acr(), Instant.EPOCH, f.nonce(), f.subject()), "older"),
        FROM_THE_FUTURE(f -> aged(f, 6), "not come yet"),
        OF_NO_NONCE(f -> with(f, f.acr(), f.authTime(), "", f.subject()), "something else"),
        OF_A_CHANGED_NONCE(
                f ->
                        with(
                                f,
                                f.acr(),
                                f.authTime(),
                                f.nonce().toLowerCase(Locale.ROOT),
                                f.subject()),
                "something else"),
        OF_A_SHORTENED_NONCE(
                f -> with(f, f.acr(), f.authTime(), f.nonce().substring(1), f.subject()),
                "something else"),
        OF_ANOTHER_PERSON(
                f -> with(f, f.acr(), f.authTime(), f.nonce(), PhysicianId.next().toString()),
                "another person"),
        OF_NOBODY(f -> with(f, f.acr(), f.authTime(), f.nonce(), ""), "another person"),
        OF_THE_SAME_ID_IN_CAPITALS(
                f ->
                        with(
                                f,
                                f.acr(),
                                f.authTime(),
                                f.nonce(),
                                f.subject().toUpperCase(Locale.ROOT)),
                "another person");

        private final UnaryOperator<SecondFactor> otherwise;
        private final String why;

        Factor(UnaryOperator<SecondFactor> otherwise, String why) {
            this.otherwise = otherwise;
            this.why = why;
        }

        private static SecondFactor with(
                SecondFactor ignored, String acr, Instant at, String nonce, String subject) {
            return new SecondFactor(acr, at, nonce, subject);
        }

        private static SecondFactor aged(SecondFactor f, long seconds) {
            return with(f, f.acr(), f.authTime().plusSeconds(seconds), f.nonce(), f.subject());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFactorThatIsNotThisOneSignsNothing(Factor factor) {
        var ready = ready(Forms.approving());

        var outcome = sign(ready, factor.otherwise.apply(freshFor(ready)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SigningOutcome.FactorRefused.class,
                        refused -> assertThat(refused.why()).contains(factor.why));
        assertNothingSigned();
        assertThat(sign(ready, freshFor(ready))).isInstanceOf(SigningOutcome.Signed.class);
    }

    /** What happens between ready and signed, with a factor that is true and fresh throughout. */
    private enum Meanwhile {
        THE_TEXT_CHANGED(
                (room, ready) -> {
                    var draft =
                            as(
                                    room.reyes,
                                    () -> room.prescribing.draftOf(room.request, room.reyes));
                    as(
                            room.reyes,
                            () ->
                                    room.prescribing.save(
                                            room.request,
                                            room.reyes,
                                            new Draft(
                                                    Forms.approvingBut(Map.of("quantity", "80")),
                                                    draft.version(),
                                                    null)));
                    return room.sign(ready, room.freshFor(ready));
                }),
        IT_WAS_MARKED_READY_AGAIN(
                (room, ready) -> {
                    room.ready(Forms.approving());
                    return room.sign(ready, room.freshFor(ready));
                }),
        THE_FACTOR_OF_THE_TEXT_BEFORE(
                (room, ready) -> {
                    var later =
                            room.ready(Forms.approvingBut(Map.of("words", "Words that differ.")));
                    return room.sign(later, room.freshFor(ready));
                }),
        THE_FACTOR_OF_A_DECLINE(
                (room, ready) -> {
                    var approval = room.ready(Forms.approving());
                    var decline = room.ready(Forms.declining());
                    return room.sign(decline, room.freshFor(approval));
                }),
        THE_CLAIM_RAN_OUT(
                (room, ready) -> {
                    room.clock.passes(Duration.ofMinutes(31));
                    return room.sign(ready, room.freshFor(ready));
                }),
        THE_CLAIM_WAS_GIVEN_BACK(
                (room, ready) -> {
                    room.release();
                    return room.sign(ready, room.freshFor(ready));
                }),
        THE_CLAIM_IS_A_NEWER_ONE(
                (room, ready) -> {
                    room.release();
                    room.claim(room.reyes);
                    return room.sign(ready, room.freshFor(ready));
                }),
        ANOTHER_PHYSICIAN_HAS_THE_CASE(
                (room, ready) -> {
                    room.elsewhere.seenByWhoeverAsks(room.request, room.clock.instant());
                    room.release();
                    room.claim(room.quill);
                    return room.sign(ready, room.freshFor(ready));
                }),
        IT_WAITED_A_QUARTER_OF_AN_HOUR(
                (room, ready) -> {
                    room.clock.passes(Duration.ofMinutes(15));
                    return room.sign(ready, room.freshFor(ready));
                }),
        THE_LICENSE_WAS_SUSPENDED(
                (room, ready) -> {
                    room.elsewhere.aSuspendedPhysician(room.reyes, room.clock.instant());
                    return room.sign(ready, room.freshFor(ready));
                }),
        THE_ACCESS_TO_SIGNING_WAS_REVOKED(
                (room, ready) -> {
                    var known = room.licensing.factsOf(room.reyes);
                    when(room.licensing.factsOf(room.reyes))
                            .thenReturn(known.and(revokedAt(room.clock.instant())));
                    return room.sign(ready, room.freshFor(ready));
                }),
        THE_PHYSICIAN_HAS_NO_LICENSE_HERE(
                (room, ready) -> {
                    when(room.licensing.factsOf(room.reyes)).thenReturn(Facts.none());
                    return room.sign(ready, room.freshFor(ready));
                }),
        THE_PHARMACY_WAS_SUSPENDED(
                (room, ready) -> {
                    room.elsewhere.aSuspendedPharmacy(room.clock.instant());
                    return room.sign(ready, room.freshFor(ready));
                }),
        THE_GATE_STOPPED_IT_ONCE(
                (room, ready) -> {
                    room.elsewhere.aSuspendedPhysician(room.reyes, room.clock.instant());
                    room.sign(ready, room.freshFor(ready));
                    room.elsewhere.aPhysician(room.reyes, room.clock.instant(), UsState.FL);
                    return room.sign(ready, room.freshFor(ready));
                }),
        IT_IS_NOT_THERE(
                (room, ready) ->
                        as(
                                room.reyes,
                                () ->
                                        room.prescribing.sign(
                                                UUID.randomUUID(),
                                                room.reyes,
                                                room.freshFor(ready)))),
        ANOTHER_PHYSICIANS_SESSION(
                (room, ready) -> signsAs(room, ready, Actors.physician(room.quill))),
        THE_PATIENTS_SESSION((room, ready) -> signsAs(room, ready, Actors.patient(room.patient))),
        A_PHARMACISTS_SESSION(
                (room, ready) ->
                        signsAs(room, ready, Actors.pharmacist(room.elsewhere.pharmacy()))),
        AN_OFFICERS_SESSION(
                (room, ready) -> signsAs(room, ready, Actors.staff(Actor.Kind.COMPLIANCE))),
        THE_PROGRAM_ITSELF((room, ready) -> signsAs(room, ready, Actor.system("test"))),
        IN_ANOTHER_PHYSICIANS_NAME(
                (room, ready) ->
                        as(
                                room.quill,
                                () ->
                                        room.prescribing.sign(
                                                ready.id(), room.quill, room.freshFor(ready))));

        private final BiFunction<WaysRoundRoomTests, SigningRequest, SigningOutcome> way;

        Meanwhile(BiFunction<WaysRoundRoomTests, SigningRequest, SigningOutcome> way) {
            this.way = way;
        }

        private static Facts revokedAt(Instant revoked) {
            var access =
                    new PrescriberFacts.Epcs(
                            true,
                            PrescriberFacts.TwoFactor.CURRENT,
                            "one",
                            "another",
                            true,
                            revoked,
                            revoked);
            return Facts.none()
                    .with(
                            new PrescriberFacts(
                                    null, null, null, null, null, null, null, access, null, null));
        }

        private static SigningOutcome signsAs(
                WaysRoundRoomTests room, SigningRequest ready, Actor actor) {
            return Actors.as(
                    actor,
                    () -> room.prescribing.sign(ready.id(), room.reyes, room.freshFor(ready)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTrueFactorSignsNothingWhen(Meanwhile meanwhile) {
        var ready = ready(Forms.approving());
        var outcome = new SigningOutcome[1];

        var refused = catchThrowable(() -> outcome[0] = meanwhile.way.apply(this, ready));

        assertThat(refused != null || !(outcome[0] instanceof SigningOutcome.Signed)).isTrue();
        if (refused != null) {
            assertThat(refused).isInstanceOf(Refusal.class);
        }
        assertNothingSigned();
    }

    private void release() {
        as(
                reyes,
                () -> {
                    queue.release(request, reyes);
                    return true;
                });
    }

    private void assertNothingSigned() {
        assertThat(decisions()).isZero();
    }
}
