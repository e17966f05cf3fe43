package health.stillwater.dev;

import health.stillwater.keycloak.DemoPeople;
import health.stillwater.keycloak.DemoPerson;
import java.util.stream.Collectors;

/** What is printed when everything answers: the addresses, and who can sign in. */
final class Welcome {

    private Welcome() {}

    static String words(Setup setup) {
        return """

                Stillwater is ready: %1$s

                  patients    %1$s/patient
                  physicians  %1$s/physician
                  pharmacies  %1$s/pharmacy
                  billing     %1$s/billing
                  compliance  %1$s/compliance
                  the desk    http://localhost:%2$d/desk  (one-time codes, texts, and what fails next)
                  accounts    %3$s/admin/stillwater/console  (admin, %4$s)

                Sign in with the password %4$s as
                %5$s
                or make an account of your own, as a patient. A physician who signs is asked for a one-time code:
                it is on the desk.

                Data, logs: %6$s    Start fresh: STILLWATER_FRESH=true    End: Ctrl-C
                """
                .formatted(
                        setup.application(),
                        setup.ports().desk(),
                        setup.signIn(),
                        DemoPeople.PASSWORD,
                        people(),
                        setup.home());
    }

    private static String people() {
        return DemoPeople.everybody().stream().map(Welcome::line).collect(Collectors.joining("\n"));
    }

    private static String line(DemoPerson person) {
        return "  %-37s %-11s %s, %s"
                .formatted(person.email(), person.role(), person.name(), person.about());
    }
}
