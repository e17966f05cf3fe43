package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A physician's process is truly stopped (SIGSTOP, a JVM of its own) past the end of its lease, and
 * signs nothing when it wakes. Both processes go by the database's real clock.
 */
class SleepingPhysicianTests {

    private static final PatientId PATIENT = PatientId.next();
    private static final PhysicianId SLEEPER = PhysicianId.next();
    private static final PhysicianId OTHER = PhysicianId.next();

    private static String database;
    private static ConfigurableApplicationContext room;
    private static Child sleeper;

    @BeforeAll
    static void aRoomByTheRealClock() throws IOException {
        database = TestDatabase.fresh();
        TestDatabase.clockIsReal(database.substring(database.lastIndexOf('/') + 1));
        room = PhysicianAtWork.room(database);
        PhysicianAtWork.elsewhere(room, PATIENT, SLEEPER, OTHER);
        sleeper = Child.working(database);
    }

    @AfterAll
    static void closed() {
        sleeper.close();
        room.close();
    }

    @Test
    void whoSleepsPastTheLeaseFindsTheCaseDecidedByAnother() throws Exception {
        var request = aWaitingCase();
        sleeper.tell(request.toString());
        sleeper.hears("CLAIMED");
        sleeper.signal("STOP");
        leaseEndsSoon(request);
        var fence = takenOver(request);
        Actors.does(Actors.physician(OTHER), () -> queue().decided(request, OTHER, fence));
        sleeper.signal("CONT");
        sleeper.tell("AWAKE");

        assertThat(sleeper.next()).isEqualTo("REFUSED by the room");
        assertThat(decidedBy(request)).containsExactly(OTHER.value().toString());
    }

    /** It holds the case's row locked, so nobody takes over; but its time is over. */
    @ParameterizedTest
    @CsvSource({"LOCKED,REFUSED by the room", "DECIDED,REFUSED by the database"})
    void whoSleepsInsideTheActHasDoneNothing(String where, String answer) throws Exception {
        var request = aWaitingCase();
        sleeper.tell(request.toString());
        sleeper.hears("CLAIMED");
        leaseEndsIn(request, Duration.ofSeconds(4));
        sleeper.tell(where);
        sleeper.hears("HERE");
        sleeper.signal("STOP");
        await().atMost(Duration.ofSeconds(60)).until(() -> isOver(request));
        sleeper.signal("CONT");
        sleeper.tell("AWAKE");

        assertThat(sleeper.next()).isEqualTo(answer);
        assertThat(decidedBy(request)).isEmpty();
        var fence = takenOver(request);
        Actors.does(Actors.physician(OTHER), () -> queue().decided(request, OTHER, fence));
        assertThat(decidedBy(request)).containsExactly(OTHER.value().toString());
    }

    @Test
    void whoDoesNotSleepSigns() throws Exception {
        var request = aWaitingCase();
        sleeper.tell(request.toString());
        sleeper.hears("CLAIMED");
        sleeper.tell("AWAKE");

        assertThat(sleeper.next()).isEqualTo("SIGNED");
        assertThat(decidedBy(request)).containsExactly(SLEEPER.value().toString());
    }

    private static RequestId aWaitingCase() {
        var request = RequestId.next();
        asProgram(
                () -> {
                    var opened =
                            ReviewCase.open(
                                    request,
                                    PATIENT,
                                    UsState.FL,
                                    SLEEPER,
                                    CaseKind.NEW,
                                    Instant.now());
                    opened.letIn();
                    room.getBean(ReviewCases.class).save(opened);
                });
        return request;
    }

    private static void leaseEndsSoon(RequestId request) {
        leaseEndsIn(request, Duration.ofMillis(300));
    }

    private static void leaseEndsIn(RequestId request, Duration span) {
        asProgram(
                () ->
                        jdbc().sql(
                                        "update review.review_case set claimed_until = clock_timestamp() + ? * interval '1 ms' where id = ?")
                                .params(span.toMillis(), request.value())
                                .update());
    }

    private static boolean isOver(RequestId request) {
        return Actors.as(
                health.stillwater.kernel.Actor.system("test"),
                () ->
                        room.getBean(TransactionTemplate.class)
                                .execute(
                                        _ ->
                                                jdbc().sql(
                                                                "select claimed_until < clock_timestamp() from review.review_case where id = ?")
                                                        .param(request.value())
                                                        .query(Boolean.class)
                                                        .single()));
    }

    private static long takenOver(RequestId request) {
        var fence = new long[1];
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsMatching(Refusal.Overtaken.class::isInstance)
                .until(
                        () -> {
                            var outcome =
                                    Actors.as(
                                            Actors.physician(OTHER),
                                            () -> queue().claim(request, OTHER));
                            fence[0] = ((ClaimOutcome.Claimed) outcome).fence();
                            return true;
                        });
        return fence[0];
    }

    private static List<String> decidedBy(RequestId request) {
        return Actors.as(
                health.stillwater.kernel.Actor.system("test"),
                () ->
                        room.getBean(TransactionTemplate.class)
                                .execute(
                                        _ ->
                                                jdbc().sql(
                                                                "select physician_id::text from review.move where case_id = ? and to_stage = 'DECIDED'")
                                                        .param(request.value())
                                                        .query(String.class)
                                                        .list()));
    }

    private static ReviewQueue queue() {
        return room.getBean(ReviewQueue.class);
    }

    private static JdbcClient jdbc() {
        return room.getBean(JdbcClient.class);
    }

    private static void asProgram(Runnable work) {
        Actors.asTheProgram(
                () ->
                        room.getBean(TransactionTemplate.class)
                                .executeWithoutResult(_ -> work.run()));
    }

    /** A JVM of its own with a physician at work, who can be stopped. */
    private record Child(Process process, BufferedReader said) implements AutoCloseable {

        static Child working(String database) throws IOException {
            var java = ProcessHandle.current().info().command().orElseThrow();
            var process =
                    new ProcessBuilder(
                                    java,
                                    "-XX:+EnableDynamicAgentLoading",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    PhysicianAtWork.class.getName(),
                                    database,
                                    SLEEPER.toString(),
                                    PATIENT.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return new Child(
                    process, new BufferedReader(new InputStreamReader(process.getInputStream())));
        }

        /** The next word it says; everything else it prints is passed over. */
        String next() throws IOException {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("@")) {
                    return line.substring(1);
                }
            }
            throw new AssertionError("it ended without a word");
        }

        void hears(String word) throws IOException {
            assertThat(next()).isEqualTo(word);
        }

        void tell(String word) throws IOException {
            process.outputWriter().write(word + "\n");
            process.outputWriter().flush();
        }

        void signal(String name) throws IOException, InterruptedException {
            var sent = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
            assertThat(sent.waitFor()).isZero();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
