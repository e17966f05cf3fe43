package health.stillwater.licensing;

import static health.stillwater.licensing.Made.NEXT_SPRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.UsState;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to a kind of credential, and who may hold it. */
class KindsTests {

    @ParameterizedTest(name = "{0}: of {1}, national {2}, ends {3}, a DEA number {4}, federal {5}")
    @CsvSource({
        "LICENSE, license, false, true, false, false, Florida medical board",
        "TELEHEALTH_REGISTRATION, telehealth-registration, false, true, false, false,"
                + " Florida medical board",
        "'DEA', dea, false, true, true, true, 'DEA, Florida'",
        "CDS, cds, false, true, false, false, Florida register of controlled substances",
        "BOARD_CERTIFICATION, board-certification, true, false, false, true, certifying board",
        "FLORIDA_PROFILE, florida-profile, false, false, false, false,"
                + " Florida practitioner profiles",
        "SIGNING_CREDENTIAL, signing-credential, true, false, false, true,"
                + " credential service provider",
        "PHARMACY_LICENSE, pharmacy-license, false, true, false, false, Florida board of pharmacy",
        "PHARMACY_REGISTRATION, pharmacy-registration, false, true, false, false,"
                + " Florida board of pharmacy",
        "'PHARMACY_DEA', pharmacy-dea, false, true, true, true, 'DEA, Florida'",
        "ORGANIZATION_REGISTRATION, organization-registration, false, true, false, false,"
                + " Florida department of health"
    })
    void aKindSaysWhereItCountsAndWhoKeepsIt(
            CredentialKind kind,
            String code,
            boolean national,
            boolean ends,
            boolean dea,
            boolean federal,
            String source) {
        assertThat(kind.code()).isEqualTo(code);
        assertThat(kind.national()).isEqualTo(national);
        assertThat(kind.alwaysEnds()).isEqualTo(ends);
        assertThat(kind.dea()).isEqualTo(dea);
        assertThat(kind.federal()).isEqualTo(federal);
        assertThat(kind.source(UsState.FL)).isEqualTo(source);
        assertThat(kind.title()).isNotBlank();
    }

    @Test
    void aSourceWithoutAStateIsNational() {
        assertThat(CredentialKind.DEA.source(null)).isEqualTo("DEA, national");
        assertThat(new BoardQuestion(CredentialKind.SIGNING_CREDENTIAL, null, "T").where())
                .isEqualTo("US");
    }

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void whatIsToldIsOfItsKind(CredentialKind kind) {
        var told = Made.told(kind, UsState.FL, NEXT_SPRING);

        assertThat(CredentialKind.of(told)).isEqualTo(kind);
        assertThat(told.state()).isEqualTo(kind.national() ? null : UsState.FL);
        assertThat(told.validFrom()).isEqualTo(Made.BEGINNING);
        assertThat(told.expiresOn())
                .isEqualTo(kind == CredentialKind.FLORIDA_PROFILE ? null : NEXT_SPRING);
        assertThat(kind.objectionTo(told.number())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void eachKindIsForOneKindOfHolder(CredentialKind kind) {
        var holders =
                List.of(Holder.of(Made.MARY), Holder.of(Made.HARBOR), Holder.of(Made.STILLWATER));
        var told = Made.told(kind, UsState.FL, NEXT_SPRING);

        assertThat(holders).filteredOn(holder -> holder.mayHold(kind)).hasSize(1);
        for (var holder : holders) {
            if (!holder.mayHold(kind)) {
                assertThatThrownBy(() -> holder.requireMayHold(told))
                        .isInstanceOf(IllegalArgumentException.class);
            } else {
                holder.requireMayHold(told);
            }
        }
        assertThat(Holder.of(Made.MARY).mayHold(kind)).isEqualTo(kind.ordinal() < 7);
    }

    @Test
    void thereIsOneHolderNoMoreAndNoLess() {
        assertThatThrownBy(() -> new Holder(null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Holder(Made.MARY, Made.HARBOR, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Holder.of(Made.STILLWATER).organization()).isEqualTo(Made.STILLWATER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB", "A1", "ME 12-3/4.5", "ABCDEFGHIJKLMNOPQRSTUVWXYZ01234567890123"})
    void aNumberMayStandOnADocument(String number) {
        assertThat(CredentialKind.LICENSE.objectionTo(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "ab",
                "-A1",
                " A1",
                "A;1",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345678901234"
            })
    void aNumberMayNot(String number) {
        assertThat(CredentialKind.LICENSE.objectionTo(number))
                .get()
                .asString()
                .contains("document");
    }

    @ParameterizedTest
    @EnumSource(names = {"DEA", "PHARMACY_DEA"})
    void aDeaNumberThatDoesNotAddUpIsNone(CredentialKind kind) {
        assertThat(kind.objectionTo("AB1234564")).get().asString().contains("check digit");
        assertThat(kind.objectionTo("AB1234563")).isEmpty();
    }

    @Test
    void aRegistrationWithDeaHasADeaNumberAndAPhysicianAnNpi() {
        var day = Made.BEGINNING;
        assertThatThrownBy(
                        () ->
                                new NewCredential.DeaRegistration(
                                        UsState.FL, "AB1234564", Set.of(), day, day, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new NewCredential.PharmacyDea(
                                        UsState.FL, "AB1234564", day, day, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new NewPhysician(
                                        Made.MARY, "M", "1234567890", "", UsState.FL, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyJoinsWithWhatIsNotForThem() {
        var profile = Made.told(CredentialKind.FLORIDA_PROFILE, UsState.FL, null);
        var pharmacys = Made.told(CredentialKind.PHARMACY_DEA, UsState.FL, NEXT_SPRING);

        assertThatThrownBy(() -> pharmacyWith(profile))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NewOrganization(UUID.randomUUID(), "S", List.of(profile)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new NewPhysician(
                                        Made.MARY,
                                        "M",
                                        "1234567893",
                                        "",
                                        UsState.FL,
                                        List.of(pharmacys)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static NewPharmacy pharmacyWith(NewCredential held) {
        var webhook = URI.create("http://localhost:9");
        return new NewPharmacy(
                Made.HARBOR, "H", UsState.FL, "", webhook, "", true, true, List.of(held));
    }

    @ParameterizedTest
    @CsvSource({"'', id", "source, ' '"})
    void evidenceHasASourceAndAnId(String source, String id) {
        assertThatThrownBy(() -> new Evidence(source, id, Made.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
