package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts.License;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing is overwritten: how it stood can be asked of any instant. */
class HistoryRoomTests extends LicensingRoom {

    private static final LocalDate IN_TWO_YEARS = LocalDate.of(2029, 3, 31);

    @Test
    void aRenewalCountsOnceItsSourceSaysSo() {
        var license = license(UsState.FL, NEXT_SPRING);
        var physician = aPhysician("Hedda", license, dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);
        clock.passes(Duration.ofHours(1));
        renew(physician, IN_TWO_YEARS);
        waitUntil(() -> isOfNow(row(physician, CredentialKind.LICENSE)));

        var told = row(physician, CredentialKind.LICENSE);
        assertThat(told.expiresOn()).isEqualTo(NEXT_SPRING);
        assertThat(told.renewalUntil()).isEqualTo(IN_TWO_YEARS);

        clock.passes(Duration.ofHours(1));
        board.renews("license", "FL", license.number(), IN_TWO_YEARS);
        asksAll(physician);

        var confirmed = row(physician, CredentialKind.LICENSE);
        assertThat(confirmed.expiresOn()).isEqualTo(IN_TWO_YEARS);
        assertThat(confirmed.renewalUntil()).isNull();
        assertThat(historyOf(physician, CredentialKind.LICENSE))
                .extracting(TermView::expiresOn, TermView::renewalUntil, TermView::status)
                .containsExactly(
                        tuple(IN_TWO_YEARS, null, CredentialStatus.ACTIVE),
                        tuple(NEXT_SPRING, IN_TWO_YEARS, CredentialStatus.ACTIVE),
                        tuple(NEXT_SPRING, null, CredentialStatus.ACTIVE),
                        tuple(NEXT_SPRING, null, null));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void aRenewalOfWhatEndsLaterOrNeverIsRefused() {
        var physician =
                aPhysician("Hugo", license(UsState.FL, NEXT_SPRING), floridaProfile(true, null));

        assertThatThrownBy(() -> renew(physician, NEXT_SPRING))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("later");
        assertThatThrownBy(
                        () ->
                                does(
                                        () ->
                                                credentialing.renew(
                                                        idOf(
                                                                physician,
                                                                CredentialKind.FLORIDA_PROFILE),
                                                        IN_TWO_YEARS,
                                                        null)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void howThingsStoodCanBeAskedOfAnyPastInstant() {
        var license = license(UsState.FL, NEXT_SPRING);
        var registered = clock.instant();
        var physician = aPhysician("Hanna", license);
        clock.passes(Duration.ofMinutes(10));
        asksAll(physician);
        var confirmed = clock.instant();
        clock.passes(Duration.ofHours(2));
        asksAll(physician);
        var again = clock.instant();
        clock.passes(Duration.ofHours(2));
        board.suspends("license", "FL", license.number());
        asksAll(physician);
        var noon = clock.instant();
        clock.passes(Duration.ofHours(2));

        assertThat(
                        asCompliance(
                                        () ->
                                                credentialing.factsOf(
                                                        physician, registered.minusSeconds(1)))
                                .prescriber()
                                .licenses())
                .isEmpty();
        assertThat(then(physician, registered).status()).isNull();
        assertThat(then(physician, confirmed.minusMillis(1)).status()).isNull();
        assertThat(then(physician, confirmed).status()).isEqualTo(CredentialStatus.ACTIVE);
        assertThat(then(physician, confirmed).observedAt()).isEqualTo(confirmed);
        assertThat(then(physician, noon.minusMillis(1)).status())
                .isEqualTo(CredentialStatus.ACTIVE);
        assertThat(then(physician, noon.minusMillis(1)).observedAt()).isEqualTo(again);
        assertThat(then(physician, noon).status()).isEqualTo(CredentialStatus.SUSPENDED);
        assertThat(then(physician, noon).suspendedFrom()).isEqualTo(noon);
        assertThat(then(physician, clock.instant())).isEqualTo(then(physician, noon));
    }

    @Test
    void anAnswerThatChangesNothingOpensNoTerm() {
        var physician = aPhysician("Helen", license(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);
        asksAll(physician);
        asksAll(physician);

        assertThat(historyOf(physician, CredentialKind.LICENSE)).hasSize(2);
        assertThat(
                        asCompliance(
                                        () ->
                                                credentialing.credential(
                                                        idOf(physician, CredentialKind.LICENSE)))
                                .verifications())
                .hasSize(3)
                .allSatisfy(
                        verification -> {
                            assertThat(verification.source()).isEqualTo("Florida medical board");
                            assertThat(verification.status()).isEqualTo(CredentialStatus.ACTIVE);
                            assertThat(verification.evidence()).startsWith("sha256:");
                        });
    }

    @Test
    void aNewNumberTakesThePlaceOfTheOldAndCountsOnItsOwn() {
        var physician =
                aPhysician("Hilde", license(UsState.FL, NEXT_SPRING), dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);
        assertThat(servableBy(physician)).containsExactly(UsState.FL);
        clock.passes(Duration.ofHours(1));
        var next = license(UsState.FL, IN_TWO_YEARS);
        var old = row(physician, CredentialKind.LICENSE).number();

        board.isDown();
        does(() -> credentialing.record(Holder.of(physician), next));

        assertThat(row(physician, CredentialKind.LICENSE).status()).isNull();
        assertThat(servableBy(physician)).isEmpty();
        board.isUp();
        clock.passes(Duration.ofMinutes(1));
        does(() -> credentialing.askAgain(idOf(physician, CredentialKind.LICENSE)));
        waitUntil(() -> isOfNow(row(physician, CredentialKind.LICENSE)));
        assertThat(servableBy(physician)).containsExactly(UsState.FL);
        assertThat(historyOf(physician, CredentialKind.LICENSE))
                .extracting(TermView::number)
                .containsExactly(next.number(), next.number(), old, old);
        assertThat(historyOf(physician, CredentialKind.LICENSE).get(1).byOfficer()).isTrue();
        assertThatThrownBy(() -> does(() -> credentialing.record(Holder.of(physician), next)))
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("renewal");
    }

    @Test
    void whatIsTakenInLaterIsNews() {
        var physician = aPhysician("Heidi");
        var id =
                asCompliance(
                        () ->
                                credentialing.record(
                                        Holder.of(physician), license(UsState.FL, NEXT_SPRING)));

        assertThat(news.of(CredentialRecorded.class).map(CredentialRecorded::credential))
                .contains(id);
        eachIsConfirmed(physician);
        assertThat(row(physician, CredentialKind.LICENSE).id()).isEqualTo(id);
    }

    @Test
    void theDatabaseKeepsTermsFromOverlappingAndFromBeingChanged() {
        var physician = aPhysician("Harry", license(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);
        var id = idOf(physician, CredentialKind.LICENSE);

        // As the application itself, with the actor who may change the most.
        refused(
                "insert into licensing.term (credential_id, from_at, number, valid_from, schedules)"
                        + " values (:id, now(), 'X', '2020-01-01', '')",
                id,
                "permission denied");
        refused(
                "update licensing.term set until_at = null where credential_id = :id",
                id,
                "permission denied");
        refused("delete from licensing.term where credential_id = :id", id, "permission denied");
        refused(
                "update licensing.credential set number = 'X', changed_at = changed_at - interval '1 day' where id = :id",
                id,
                "earlier than the last one");
    }

    /** Whoever changes the credential, by whatever way, leaves a term behind. */
    @Test
    void aChangeBySqlIsInTheHistoryLikeAnyOther() {
        var physician = aPhysician("Holly", license(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);
        var id = idOf(physician, CredentialKind.LICENSE);
        var before = historyOf(physician, CredentialKind.LICENSE).getFirst().number();

        sql(
                "update licensing.credential set number = 'SOMETHING ELSE', changed_at = changed_at + interval '1 hour'"
                        + " where id = :id",
                id);

        assertThat(historyOf(physician, CredentialKind.LICENSE))
                .extracting(TermView::number)
                .containsExactly("SOMETHING ELSE", before, before);
    }

    @Test
    void aSilenceIsKeptLikeAnAnswer() {
        board.isDown();
        var physician = aPhysician("Hope", license(UsState.FL, NEXT_SPRING));
        waitUntil(() -> !verificationsOf(physician).isEmpty());

        var silence = verificationsOf(physician).getFirst();
        assertThat(silence.silentBecause()).isEqualTo("status 503");
        assertThat(silence.status()).isNull();
        assertThat(silence.evidence()).isNull();
    }

    private List<VerificationView> verificationsOf(PhysicianId physician) {
        return asCompliance(() -> credentialing.credential(idOf(physician, CredentialKind.LICENSE)))
                .verifications();
    }

    private void renew(PhysicianId physician, LocalDate until) {
        does(() -> credentialing.renew(idOf(physician, CredentialKind.LICENSE), until, null));
    }

    private List<TermView> historyOf(PhysicianId physician, CredentialKind kind) {
        return asCompliance(() -> credentialing.holder(Holder.of(physician))).history().stream()
                .filter(term -> term.kind() == kind)
                .toList();
    }

    private License then(PhysicianId physician, Instant at) {
        var prescriber =
                Objects.requireNonNull(
                        asCompliance(() -> credentialing.factsOf(physician, at)).prescriber());
        return Objects.requireNonNullElse(prescriber.licenses(), Map.<String, License>of())
                .get("FL");
    }

    private void refused(String sql, CredentialId id, String because) {
        assertThatThrownBy(() -> sql(sql, id))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(because);
    }

    private void sql(String sql, CredentialId id) {
        does(
                () ->
                        transaction.executeWithoutResult(
                                _ -> statement(sql).param("id", id.value()).update()));
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql);
    }
}
