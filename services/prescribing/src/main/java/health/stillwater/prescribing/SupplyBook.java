package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ledger of days of supply: what was filled of which prescription, and with it each patient's
 * course. Fills are written once.
 */
@Component
class SupplyBook {

    private static final String TOLERANCE = "earlyRefillToleranceDays";

    private final Decisions decisions;
    private final Rulebook rulebook;
    private final JdbcClient jdbc;
    private final Clock clock;

    SupplyBook(Decisions decisions, Rulebook rulebook, JdbcClient jdbc, Clock clock) {
        this.decisions = decisions;
        this.rulebook = rulebook;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Course courseOf(PatientId patient) {
        return new Course(decisions.findByPatientOrderBySignedAtDesc(patient), fillsOf(patient));
    }

    /** Nobody else signs anything for this patient until the caller's transaction ends. */
    void hold(PatientId patient) {
        jdbc.sql("select prescribing.hold_course(?)").param(patient.value()).query().singleRow();
    }

    /** How many days before its end a supply may be followed by the next; empty when not set. */
    OptionalInt tolerance() {
        var typed = rulebook.setting(TOLERANCE).typed();
        return typed.matches("\\d{1,3}")
                ? OptionalInt.of(Integer.parseInt(typed))
                : OptionalInt.empty();
    }

    /** Told twice, it is written once. */
    void filled(PatientId patient, Filled fill) {
        jdbc.sql(
                        """
                        insert into prescribing.fill (order_id, decision_id, patient_id, number, filled_on, quantity,
                            days_supply, at)
                        select :order, :decision, :patient, count(*) + 1, :on, :quantity, :days, :at
                        from prescribing.fill where decision_id = :decision
                        having not exists (select from prescribing.fill where order_id = :order)
                        on conflict (order_id) do nothing""")
                .param("order", fill.order())
                .param("decision", fill.prescription().value())
                .param("patient", patient.value())
                .param("on", fill.on())
                .param("quantity", fill.quantity())
                .param("days", fill.daysSupply())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Filled> fillsOf(PatientId patient) {
        return jdbc.sql(
                        "select decision_id, order_id, filled_on, quantity, days_supply from prescribing.fill"
                                + " where patient_id = ?")
                .param(patient.value())
                .query(
                        (row, _) ->
                                new Filled(
                                        new DecisionId(row.getObject("decision_id", UUID.class)),
                                        row.getObject("order_id", UUID.class),
                                        row.getObject("filled_on", LocalDate.class),
                                        row.getInt("quantity"),
                                        row.getInt("days_supply")))
                .list();
    }
}
