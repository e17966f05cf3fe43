package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.testing.Actors;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** 21 CFR 1311.120: the log of a month, for the physician who prescribed in it. */
class MonthlyLogRoomTests extends SigningRoom {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Autowired LogBook logs;

    @Test
    void thisMonthShowsWhatWasPrescribedSoFarAndNothingElse() {
        var decision = signed(Forms.approving());
        comesBack();
        signed(Forms.stopping(decision));

        var log = log(NOVEMBER);

        assertThat(log.rows()).extracting(LogRow::decision).containsExactly(decision.toString());
        assertThat(log.rows().getFirst().quantity()).isEqualTo(8);
        assertThat(log.madeAt()).isEmpty();
        assertThat(as(reyes, () -> prescribing.logs(reyes)))
                .extracting(MonthlyLog::month)
                .containsExactly(NOVEMBER);
        assertThatThrownBy(() -> reviews(NOVEMBER)).isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void aMonthThatIsOverIsKeptAndConfirmedOnce(AssertablePublishedEvents published) {
        signed(Forms.approving());
        clock.standsAt(Instant.parse("2026-12-01T09:59:59Z"));
        keeps();
        assertThat(log(NOVEMBER).madeAt()).isEmpty();
        clock.standsAt(Instant.parse("2026-12-01T10:00:00Z"));
        keeps();
        keeps();

        var kept = log(NOVEMBER);
        assertThat(kept.madeAt()).contains(clock.instant());
        assertThat(kept.rows()).hasSize(1);
        reviews(NOVEMBER);
        var first = log(NOVEMBER).reviewedAt();
        assertThat(first).contains(clock.instant());
        clock.standsAt(Instant.parse("2026-12-02T10:00:00Z"));
        reviews(NOVEMBER);
        assertThat(log(NOVEMBER).reviewedAt()).isEqualTo(first);
        assertThat(log(NOVEMBER).hash()).isEqualTo(kept.hash());
        assertThat(published).contains(LogReviewed.class).matching(LogReviewed::physician, reyes);
    }

    @Test
    void aMonthToComeHasNoLogAndNobodyReadsAnothers() {
        assertThatThrownBy(() -> log(NOVEMBER.plusMonths(1))).isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> as(quill, () -> prescribing.log(reyes, NOVEMBER)))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(
                        () ->
                                Actors.as(
                                        Actor.system("test"),
                                        () -> prescribing.log(reyes, NOVEMBER)))
                .isInstanceOf(Refusal.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update prescribing.monthly_log set entries = 0",
                "delete from prescribing.monthly_log",
                "update prescribing.log_review set reviewed_at = now()",
                "insert into prescribing.log_review select physician_id, month, hash, now() from prescribing.monthly_log",
            })
    void whatIsKeptStaysAndOnlyThePhysicianConfirms(String sql) {
        signed(Forms.approving());
        clock.standsAt(Instant.parse("2026-12-01T10:00:00Z"));
        keeps();
        for (var actor : List.of(Actor.system("test"), Actors.staff(Actor.Kind.COMPLIANCE))) {
            assertThatThrownBy(
                            () ->
                                    Actors.does(
                                            actor,
                                            () ->
                                                    transaction.executeWithoutResult(
                                                            _ -> jdbc.sql(sql).update())))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private MonthlyLog log(YearMonth month) {
        return as(reyes, () -> prescribing.log(reyes, month));
    }

    private void reviews(YearMonth month) {
        Actors.does(Actors.physician(reyes), () -> prescribing.reviewLog(reyes, month));
    }

    private void keeps() {
        Actors.asTheProgram(() -> transaction.executeWithoutResult(_ -> logs.keepWhatIsOver()));
    }
}
