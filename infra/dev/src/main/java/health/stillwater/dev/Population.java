package health.stillwater.dev;

import health.stillwater.keycloak.DemoPeople;
import health.stillwater.keycloak.DemoPerson;
import health.stillwater.keycloak.StillwaterRealm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty program with the people of the demonstration, each acting through the doors of the
 * rooms: one patient with a prescription delivered, one waiting in the queue, one half enrolled.
 * Once for a data folder; when it was cut off, the next start goes on where it ended.
 */
final class Population {

    private static final Logger LOG = LoggerFactory.getLogger(Population.class);

    private final Setup setup;
    private final Progress progress;
    private final Staff staff;
    private final Signature signature;
    private final Joining joining;
    private final Treating treating;
    private final Filling filling;

    private Population(Setup setup, Hands hands, Progress progress) {
        this.setup = setup;
        this.progress = progress;
        this.staff = hands.staff();
        this.signature = hands.signature();
        this.joining = hands.joining();
        this.treating = hands.treating();
        this.filling = hands.filling();
    }

    /** What cannot be done is said, and left to be done by hand or at the next start. */
    static void settles(Setup setup, Hands hands, Clock clock, Progress progress)
            throws IOException, InterruptedException {
        var settled = marker(setup);
        if (Files.exists(settled)) {
            return;
        }
        if (new Population(setup, hands, progress).everybodyIsInTheirPlace()) {
            Files.writeString(settled, clock.instant() + "\n");
        }
    }

    private static Path marker(Setup setup) {
        return setup.data().resolve("populated");
    }

    private boolean everybodyIsInTheirPlace() throws InterruptedException {
        var delgado = Newcomer.DELGADO;
        var pike = Newcomer.PIKE;
        var there =
                succeeds(
                        "4 physicians and 2 pharmacies joined, their licenses checked",
                        staff::joins);
        there &=
                succeeds(
                        "Ana Ferreira joins: some forms are not signed yet",
                        () -> joining.partly(Newcomer.FERREIRA, 3));
        there &=
                succeeds(
                        "Walter Pike saw Dr. Halloran and waits in the queue",
                        () -> {
                            joining.whole(pike);
                            treating.meet(pike, DemoPeople.HALLORAN);
                        });
        there &=
                succeeds(
                        "Rosa Delgado saw Dr. Castellane",
                        () -> {
                            joining.whole(delgado);
                            treating.meet(delgado, DemoPeople.CASTELLANE);
                        });
        return there
                && succeeds(
                        "Signing access: entered by compliance, approved by a second person",
                        () -> {
                            signInServerAnswers();
                            accessIsGranted(DemoPeople.CASTELLANE, DemoPeople.HALLORAN);
                            accessIsGranted(DemoPeople.HALLORAN, DemoPeople.CASTELLANE);
                        })
                && succeeds(
                        "Rosa Delgado: approved, and signed with the second factor",
                        () -> treating.approves(delgado, DemoPeople.CASTELLANE))
                && succeeds(
                        "Rosa Delgado: paid, filled, delivered; her first check-in is planned",
                        () -> filling.fills(delgado, DemoPeople.ORTIZ));
    }

    private void accessIsGranted(DemoPerson physician, DemoPerson second) throws Exception {
        var waiting = staff.entersAccess(physician);
        if (waiting.isPresent()) {
            signature.approves(second, waiting.get());
        }
    }

    private boolean succeeds(String what, Acts.Deed deed) throws InterruptedException {
        try {
            deed.done();
            progress.says(what);
            return true;
        } catch (InterruptedException ending) {
            throw ending;
        } catch (Exception failed) {
            LOG.warn("Not done: {}", what, failed);
            progress.says(
                    "NOT DONE: \""
                            + what
                            + "\", because: "
                            + Objects.requireNonNullElse(failed.getMessage(), failed.toString())
                            + " It can be done by hand; the next start tries again.");
            return false;
        }
    }

    /** It starts while we work. */
    private void signInServerAnswers() throws Exception {
        var realm = URI.create(setup.signIn() + "/realms/" + StillwaterRealm.NAME);
        try (var browser = WindowlessBrowser.thatFollows()) {
            Acts.until(
                    "the sign-in server",
                    () -> {
                        try {
                            return browser.opens(realm).status() == 200;
                        } catch (IOException notYet) {
                            return false;
                        }
                    });
        }
    }
}
