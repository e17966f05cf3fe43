package health.stillwater;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import health.stillwater.AccessMatrix.Comer;
import health.stillwater.AccessMatrix.Row;
import health.stillwater.enrollment.Assessments;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.ReadyOutcome;
import health.stillwater.prescribing.SecondFactor;
import health.stillwater.prescribing.SigningRequest;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A prescription comes to be through a licensed human with a claim and a fresh second factor, and
 * in no other way: not by any request around the pages, not by SQL with the application's password,
 * not by the program itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoOtherWayTests extends WholeSystem {

    private static final AccessMatrix MATRIX = AccessMatrix.read();

    @Autowired Practices practices;

    @Autowired Knocking knocking;

    @Autowired Care care;

    @Autowired People people;

    @Autowired Assessments assessments;

    @Autowired Prescribing prescribing;

    @Autowired ApplicationContext context;

    @Autowired JdbcClient jdbc;

    @Autowired TransactionTemplate transaction;

    @Autowired TestClock clock;

    private Practice ours;
    private PhysicianId physician;
    private PatientId patient;
    private SigningRequest ready;
    private String before = "";

    @BeforeAll
    void aPracticeAndATextThatWaitsForItsSecondFactor() {
        ours = practices.in(UsState.FL, Care.MIAMI_DADE, "gulfside");
        physician = ours.physician();
    }

    @BeforeEach
    void everyDecisionSoFar() {
        patient = care.seen(physician, UsState.FL, Care.MIAMI_DADE);
        ready =
                ((ReadyOutcome.Ready)
                                care.ready(physician, care.requestOf(patient), Written.approval()))
                        .signing();
        before = decisions();
    }

    @AfterEach
    void noneMoreNoneLessNoneChanged() {
        assertThat(decisions()).isEqualTo(before);
    }

    /**
     * Every address we answer, by everybody, in orders no page leads through, with a form and
     * without.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void noRequestAroundThePagesMakesOne(long seed) {
        var asks = new ArrayList<Runnable>();
        for (var row : MATRIX.rows()) {
            for (var comer : Comer.values()) {
                asks.add(() -> knock(row, comer, true));
                asks.add(() -> knock(row, comer, false));
            }
        }
        Collections.shuffle(asks, new Random(seed));
        asks.forEach(Runnable::run);
        assertThat(asks).hasSizeGreaterThan(1_000);
    }

    private void knock(Row row, Comer comer, boolean withToken) {
        var route = row.route();
        var things = ours.things().with(assessments.begin().toString());
        var names = new HashMap<>(things.names());
        names.put("signings/{id}", "signings/" + ready.id());
        names.put("{request}", ready.caseId().toString());
        var mine = new Things(Map.copyOf(names), things.assessment());
        var person = knocking.as(comer, ours, route);
        var form = Forms.filled(route);
        if (withToken) {
            knocking.knock(route, mine, form, person, csrf());
        } else {
            knocking.knock(route, mine, form, person);
        }
    }

    static Stream<Actor> everybodyElse() {
        return Stream.of(
                Actor.system("test"),
                Actors.staff(Actor.Kind.COMPLIANCE),
                Actors.staff(Actor.Kind.BILLING),
                Actors.pharmacist(PharmacyId.next()),
                Actors.patient(PatientId.next()),
                Actors.physician(PhysicianId.next()),
                Actors.visitor(UUID.randomUUID()));
    }

    /** A factor that is true and fresh, for the very text: it is the person that is another. */
    @ParameterizedTest
    @MethodSource("everybodyElse")
    void nobodyElseInsideTheProgramMakesOne(Actor actor) {
        assertThatThrownBy(
                        () ->
                                Actors.as(
                                        actor,
                                        () -> prescribing.sign(ready.id(), physician, factor())))
                .isInstanceOf(Refusal.Missing.class);
    }

    /** The same behind the door, where nothing of ours asks who is acting any more. */
    @ParameterizedTest
    @MethodSource("everybodyElse")
    void behindTheDoorTheDatabaseAsks(Actor actor) throws ClassNotFoundException {
        var notary = context.getBean(Class.forName("health.stillwater.prescribing.Notary"));
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        actor,
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ ->
                                                                ReflectionTestUtils.invokeMethod(
                                                                        notary,
                                                                        "sign",
                                                                        ready.id(),
                                                                        physician,
                                                                        factor()))))
                .isInstanceOf(RuntimeException.class);
    }

    private SecondFactor factor() {
        return new SecondFactor("gold", clock.instant(), ready.nonce(), physician.toString());
    }

    /** Whoever has the application's password, in whosever name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update prescribing.decision set verdict = 'APPROVE', reason = null, pharmacy_id = id",
                "update prescribing.decision set signed_at = signed_at - interval '1 day'",
                "delete from prescribing.decision",
                "truncate prescribing.decision cascade",
                "alter table prescribing.decision disable trigger all",
                "drop trigger gate_once_more on prescribing.decision",
                "alter table prescribing.decision no force row level security",
                "create policy everybody on prescribing.decision using (true)",
                "create or replace function prescribing.check_the_gate() returns trigger language sql as 'select 1'",
                "create or replace function house.acting_as(variadic kinds text[]) returns boolean language sql as 'select true'",
                "set session_replication_role = replica",
                "alter role stillwater_app bypassrls",
                "set role postgres",
                "grant update on prescribing.decision to stillwater_app",
                "update ledger.leaf set number = number + 1",
                "delete from ledger.leaf",
                "truncate ledger.leaf cascade",
                "alter table ledger.leaf disable trigger all",
                // Another's decision, copied to the text that waits.
                "insert into prescribing.decision select (jsonb_populate_record(d, jsonb_build_object('id', s.id,"
                        + " 'request_id', s.request_id, 'patient_id', s.patient_id, 'fence', s.fence, 'leaf', -77,"
                        + " 'shown', s.shown, 'shown_hash', s.hash, 'factor_nonce', s.nonce))).*"
                        + " from prescribing.decision d, prescribing.signing s where d.verdict = 'APPROVE' and s.state = 'OPEN'"
                        + " limit 1",
                "insert into prescribing.decision (id) select id from prescribing.signing where state = 'OPEN'",
            })
    void noSqlOfTheApplicationsRoleMakesOneOrChangesOne(String sql) {
        var names = new ArrayList<>(everybodyElse().toList());
        names.add(Actors.physician(physician));
        for (var actor : names) {
            assertThat(runs(actor, sql)).as(actor.kind() + ": " + sql).isFalse();
        }
    }

    /** Whether it changed anything. */
    private boolean runs(Actor actor, String sql) {
        try {
            return Actors.as(
                    actor,
                    () ->
                            Boolean.TRUE.equals(
                                    transaction.execute(_ -> jdbc.sql(sql).update() > 0)));
        } catch (RuntimeException refused) {
            return false;
        }
    }

    @Test
    void aDecisionIsMadeInOnePlaceOfTheCode() {
        var code =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("health.stillwater");
        noClasses()
                .that()
                .doNotHaveSimpleName("Notary")
                .should()
                .callConstructorWhere(
                        DescribedPredicate.describe(
                                "it makes a signed decision",
                                (JavaCall<?> call) ->
                                        call.getTargetOwner()
                                                .getSimpleName()
                                                .equals("SignedDecision")))
                .because("only the notary signs")
                .check(code);
    }

    /** Everything there is of every decision. */
    private String decisions() {
        return Actors.as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc.sql(
                                                        "select count(*) || ' ' || coalesce(md5(string_agg(d::text, '|' order by leaf)), '')"
                                                                + " from prescribing.decision d")
                                                .query(String.class)
                                                .single()));
    }
}
