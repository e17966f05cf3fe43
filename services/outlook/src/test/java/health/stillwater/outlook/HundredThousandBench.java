package health.stillwater.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.UsState;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A hundred thousand people in care, counted and listed. Run by name, as it takes a minute: {@code
 * mvn -pl services/outlook -am -Dtest=HundredThousandBench -Dsurefire.failIfNoSpecifiedTests=false
 * test}.
 */
class HundredThousandBench extends OutlookRoom {

    private static final int MANY = 100_000;
    private static final int ROUNDS = 3;

    @Test
    void aHundredThousandPeople() {
        var florida = program.patient(UsState.FL, program.reyes);
        var jersey = program.patient(UsState.NJ, program.reyes, Program.by(program.reyes));
        tell(florida.approved());
        tell(jersey.approved());
        asTheProgram(
                () ->
                        jdbc.sql(
                                        """
                                insert into outlook.person_in_care
                                select gen_random_uuid(), gen_random_uuid(), 'SW-' || n, p.state, p.zone, p.physician_id,
                                    p.pharmacy_id, p.filled_on, p.days_supply, p.covered_through + (n % 60)::int,
                                    p.evaluated, p.forms, p.facts, true, p.read_at
                                from outlook.person_in_care p, generate_series(1, ?) n
                                where p.in_care and p.patient_id = case when n % 10 = 0 then ? else ? end""")
                                .params(MANY - 2, jersey.id().value(), florida.id().value())
                                .update());

        for (var round = 1; round <= ROUNDS; round++) {
            count(round);
            list(round, "first page", AffectedFilter.everybody(), 0);
            list(round, "page 1,000", AffectedFilter.everybody(), 1_000);
            list(round, "a row that stops nobody", new AffectedFilter("D05", null, null, null), 0);
        }
    }

    private void count(int round) {
        System.gc();
        var before = used();
        var worked = cpu();
        var started = System.nanoTime();
        var question = LookAhead.to(NEW_YEAR.plusDays(round));
        var counts = counted(question);
        say(round, "count of " + counts.people(), started, cpu().minus(worked), used() - before);
        assertThat(counts.people()).isEqualTo(MANY);
        assertThat(counts.stopped()).isBetween(MANY * 8 / 10, MANY * 95 / 100);
    }

    private void list(int round, String what, AffectedFilter filter, int page) {
        var worked = cpu();
        var started = System.nanoTime();
        asMarsh(() -> outlook.affected(LookAhead.to(NEW_YEAR), filter, page));
        say(round, what, started, cpu().minus(worked), 0);
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Duration cpu() {
        return Duration.ofNanos(
                ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime());
    }

    private static void say(int round, String what, long started, Duration cpu, long bytes) {
        LoggerFactory.getLogger(HundredThousandBench.class)
                .info(
                        "BENCH round {}: {} in {} ms ({} ms of this process), heap grew by {} MB, most in use {} MB",
                        round,
                        what,
                        Duration.ofNanos(System.nanoTime() - started).toMillis(),
                        cpu.toMillis(),
                        bytes >> 20,
                        ManagementFactory.getMemoryPoolMXBeans().stream()
                                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                        .sum()
                                >> 20);
    }
}
