package health.stillwater.dev;

import health.stillwater.dev.Crowd.Colleague;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees the patients the demonstration was asked for, while it already runs: six physicians side by
 * side, each as fast as their authenticator shows new codes. Nine of ten are declined, the tenth
 * waits in the queue; each physician corrects the first decision. What was done before a restart is
 * not done again.
 */
final class Clinic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Clinic.class);

    private final Hands hands;
    private final Crowd crowd;
    private final Progress progress;
    private final AtomicInteger undone = new AtomicInteger();
    private final ExecutorService people =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("clinic-", 0).factory());

    Clinic(Hands hands, Crowd crowd, Progress progress) {
        this.hands = hands;
        this.crowd = crowd;
        this.progress = progress;
    }

    void opens() {
        people.execute(this::day);
    }

    private void day() {
        try {
            hands.staff().joins(crowd);
            var lanes =
                    crowd.colleagues().stream()
                            .map(each -> people.submit(() -> sees(each)))
                            .toList();
            for (var lane : lanes) {
                lane.get();
            }
            progress.says(
                    undone.get() == 0
                            ? "the clinic has seen everybody"
                            : "NOT DONE: the clinic did not get to " + undone.get());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.warn("The clinic closed early", failed);
            progress.says("NOT DONE: the clinic closed early: " + failed.getMessage());
        }
    }

    private void sees(Colleague physician) {
        var patients = crowd.patientsOf(physician);
        for (var patient : patients) {
            try {
                hands.joining().whole(patient);
                hands.treating().meet(patient, physician.person());
                if (patients.indexOf(patient) % 10 != 9) {
                    hands.treating().declines(patient, physician.person());
                }
                if (patient.equals(patients.getFirst())) {
                    hands.treating().corrects(patient, physician.person());
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception failed) {
                if (people.isShutdown()) {
                    return;
                }
                LOG.warn("{} was not seen", patient.person().name(), failed);
                undone.incrementAndGet();
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        people.shutdownNow();
        people.awaitTermination(5, TimeUnit.SECONDS);
    }
}
