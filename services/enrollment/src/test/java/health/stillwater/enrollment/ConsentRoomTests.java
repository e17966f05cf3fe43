package health.stillwater.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.enrollment.ConsentView.Status;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.testing.Actors;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

class ConsentRoomTests extends EnrollmentRoom {

    /**
     * Later than any other test looks: from here on another text of the messaging form is in force.
     */
    static final Instant NEW_TEXT_FROM = Instant.parse("2028-01-10T12:00:00Z");

    @Autowired Environment environment;

    @BeforeEach
    void aPatientWhoSaidWhoTheyAre() {
        described();
    }

    @Test
    void eachFormIsSignedInTheVersionInForceAndNoOther(AssertablePublishedEvents published) {
        does(
                () ->
                        enrollment.sign(
                                patient,
                                Set.of("telehealth", "treatment"),
                                "  rosa   DELGADO ",
                                "192.0.2.7"));

        for (var consent : as(() -> enrollment.consents(patient))) {
            var signed = Set.of("telehealth", "treatment").contains(consent.form().kind());
            assertThat(consent.status()).isEqualTo(signed ? Status.SIGNED : Status.NOT_SIGNED);
            assertThat(consent.signedVersion()).isEqualTo(signed ? consent.form().version() : null);
        }
        assertThat(
                        count(
                                "select count(*) from enrollment.consent where patient_id = ? and ip = '192.0.2.7'"
                                        + " and typed_name = 'rosa DELGADO' and text_hash ~ '^[0-9a-f]{64}$'",
                                patient.value()))
                .isEqualTo(2);
        assertThat(published)
                .contains(ConsentsSigned.class)
                .matching(ConsentsSigned::subject, patient);
    }

    @Test
    void nothingIsSignedUnderAnotherNameWithoutATickOrWithoutAForm() {
        assertThatThrownBy(
                        () ->
                                does(
                                        () ->
                                                enrollment.sign(
                                                        patient,
                                                        kinds(),
                                                        "Rosa Delgad",
                                                        "192.0.2.7")))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> does(() -> enrollment.sign(patient, Set.of(), NAME, "192.0.2.7")))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(
                        () ->
                                does(
                                        () ->
                                                enrollment.sign(
                                                        patient,
                                                        Set.of("telehealth", "x"),
                                                        NAME,
                                                        "192.0.2.7")))
                .isInstanceOf(Refusal.Missing.class);

        assertThat(as(() -> enrollment.consents(patient)))
                .allMatch(each -> each.status() == Status.NOT_SIGNED);
    }

    @Test
    void aConsentTakenBackNoLongerCountsAndStaysOnRecord() {
        signsEverything();
        assertThat(as(() -> enrollment.contactOf(patient)).mayText()).isTrue();

        does(() -> enrollment.withdraw(patient, "messaging", "192.0.2.7"));

        assertThat(statusOf("messaging")).isEqualTo(Status.WITHDRAWN);
        assertThat(as(() -> enrollment.contactOf(patient)).mayText()).isFalse();
        assertThat(
                        count(
                                "select count(*) from enrollment.consent where patient_id = ? and kind = 'messaging'",
                                patient.value()))
                .isEqualTo(2);
        assertThatThrownBy(() -> does(() -> enrollment.withdraw(patient, "messaging", "192.0.2.7")))
                .isInstanceOf(Refusal.Forbidden.class);
        does(() -> enrollment.sign(patient, Set.of("messaging"), NAME, "192.0.2.7"));
        assertThat(as(() -> enrollment.contactOf(patient)).mayText()).isTrue();
    }

    @Test
    void whoeverStoppedTextsGetsNoneUntilTheyAllowThem() {
        signsEverything();

        does(() -> enrollment.stopTexts(patient));
        assertThat(as(() -> enrollment.contactOf(patient)).mayText()).isFalse();
        does(() -> enrollment.allowTexts(patient));
        assertThat(as(() -> enrollment.contactOf(patient)).mayText()).isTrue();
    }

    @Test
    void aSignatureIsGoodForTwelveMonthsToTheInstant() {
        signsEverything();
        clock.standsAt(Instant.parse("2027-11-24T16:59:59.999Z"));
        assertThat(statusOf("telehealth")).isEqualTo(Status.SIGNED);

        clock.passes(Duration.ofMillis(1));
        assertThat(statusOf("telehealth")).isEqualTo(Status.OUTDATED);
    }

    @Test
    void aNewTextIsSignedAnew() throws SQLException {
        aNewTextOfTheMessagingForm();
        clock.standsAt(NEW_TEXT_FROM.minus(Duration.ofDays(1)));
        signsEverything();
        assertThat(statusOf("messaging")).isEqualTo(Status.SIGNED);
        clock.standsAt(NEW_TEXT_FROM.plus(Duration.ofDays(1)));

        assertThat(statusOf("messaging")).isEqualTo(Status.OUTDATED);
        assertThat(statusOf("telehealth")).isEqualTo(Status.SIGNED);
        assertThat(as(() -> enrollment.contactOf(patient)).mayText()).isFalse();
        does(() -> enrollment.sign(patient, Set.of("messaging"), NAME, "192.0.2.7"));
        assertThat(as(() -> enrollment.consents(patient)))
                .filteredOn(each -> each.form().kind().equals("messaging"))
                .singleElement()
                .satisfies(each -> assertThat(each.signedVersion()).isEqualTo("2"));
        assertThat(
                        count(
                                "select count(distinct text_hash) from enrollment.consent where patient_id = ? and kind = 'messaging'",
                                patient.value()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update enrollment.consent set version = '2'",
                "delete from enrollment.consent",
                "update enrollment.location set state = 'NJ'",
                "delete from enrollment.location",
                "update enrollment.gate_snapshot set allowed = true",
                "delete from enrollment.gate_snapshot",
            })
    void whatWasSignedSaidAndJudgedStaysAsItWas(String sql) {
        signsEverything();
        does(() -> enrollment.attestLocation(patient, MIAMI_DADE));
        as(() -> enrollment.complete(patient));

        for (var actor : new Actor[] {Actors.patient(patient), Actor.system("test")}) {
            assertThatThrownBy(
                            () ->
                                    Actors.does(
                                            actor,
                                            () ->
                                                    transaction.executeWithoutResult(
                                                            _ -> jdbc.sql(sql).update())))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private Status statusOf(String kind) {
        return as(() -> enrollment.consents(patient)).stream()
                .filter(each -> each.form().kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .status();
    }

    /** As compliance would bring it in: a text, and a configuration that two people approved. */
    private void aNewTextOfTheMessagingForm() throws SQLException {
        try (var owner =
                        DriverManager.getConnection(
                                environment.getRequiredProperty("spring.datasource.url"),
                                environment.getRequiredProperty("spring.flyway.user"),
                                environment.getRequiredProperty("spring.flyway.password"));
                var statement = owner.createStatement()) {
            statement.execute(
                    """
                    insert into rulebook.consent_form (kind, version, position, title, paragraphs)
                    select kind, '2', position, title, paragraphs || array['We text you once a week.']
                    from rulebook.consent_form where kind = 'messaging' and version = '1'""");
            statement.execute(
                    """
                    insert into rulebook.configuration (version, effective_from, content, approved_by, also_approved_by, tests_green)
                    select 'new text', '2028-01-10T12:00:00Z',
                        jsonb_set(content, '{consentVersions,messaging}', '"2"'), approved_by, also_approved_by, true
                    from rulebook.configuration order by effective_from desc limit 1""");
        }
    }
}
