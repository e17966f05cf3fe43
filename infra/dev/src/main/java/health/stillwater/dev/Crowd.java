package health.stillwater.dev;

import static health.stillwater.kernel.UsState.FL;
import static health.stillwater.kernel.UsState.NJ;

import health.stillwater.kernel.UsState;
import health.stillwater.keycloak.DemoPeople;
import health.stillwater.keycloak.DemoPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's worth of further people, when the demonstration is asked for them: six physicians, and
 * patients by number. All can sign in.
 */
final class Crowd {

    /** What {@code STILLWATER_PATIENTS} may be at most: so many telephone numbers are nobody's. */
    static final int MOST = 99;

    private static final List<String> FIRST_NAMES =
            List.of(
                    "Alma", "Ben", "Clara", "Dev", "Edith", "Felix", "Grace", "Hugo", "Iris",
                    "Jon");
    private static final List<String> LAST_NAMES =
            List.of(
                    "Arden", "Bello", "Corwin", "Dunmore", "Eastman", "Faulk", "Garrow", "Hale",
                    "Ingram", "Joyner");

    private static final List<Colleague> COLLEAGUES =
            List.of(
                    colleague(5, "Nora", "Adler", FL, "1401000058", "FA4106010"),
                    colleague(6, "Kofi", "Boateng", NJ, "1401000066", "FB4106022"),
                    colleague(7, "Asha", "Chandra", FL, "1401000074", "FC4106034"),
                    colleague(8, "Luc", "Dufresne", NJ, "1401000082", "FD4106046"),
                    colleague(9, "Pia", "Esposito", FL, "1401000090", "FE4106058"),
                    colleague(10, "Wen", "Feng", NJ, "1401000108", "FF4106060"));

    private final int patients;

    Crowd(int patients) {
        this.patients = patients;
    }

    /**
     * One of the six.
     *
     * @param state the only one they are licensed in
     */
    record Colleague(DemoPerson person, UsState state, String npi, String dea) {}

    List<Colleague> colleagues() {
        return patients == 0 ? List.of() : COLLEAGUES;
    }

    List<DemoPerson> physicians() {
        return Stream.concat(
                        DemoPeople.physicians().stream(),
                        colleagues().stream().map(Colleague::person))
                .toList();
    }

    List<DemoPerson> everybody() {
        return Stream.of(
                        DemoPeople.everybody().stream(),
                        colleagues().stream().map(Colleague::person),
                        IntStream.range(0, patients).mapToObj(Crowd::patient).map(Newcomer::person))
                .flatMap(people -> people)
                .toList();
    }

    /** The patients of one of the six: each has every sixth. */
    List<Newcomer> patientsOf(Colleague physician) {
        var first = COLLEAGUES.indexOf(physician);
        return IntStream.iterate(first, number -> number < patients, n -> n + COLLEAGUES.size())
                .mapToObj(Crowd::patient)
                .toList();
    }

    private static Newcomer patient(int number) {
        var florida = COLLEAGUES.get(number % COLLEAGUES.size()).state() == FL;
        var firstName = FIRST_NAMES.get(number % FIRST_NAMES.size());
        var lastName = LAST_NAMES.get(number / FIRST_NAMES.size());
        return new Newcomer(
                person("0a", 101 + number, firstName, lastName, "patient", null),
                florida ? "FL" : "NJ",
                florida ? "12095" : "34021",
                null,
                LocalDate.of(1950, 1, 15).plusMonths(7L * number),
                "(%s) 555-01%02d".formatted(florida ? "407" : "609", number),
                (100 + number) + " Linden Street",
                florida ? "Orlando" : "Trenton",
                florida ? "32801" : "08608",
                number % 2 == 0 ? "female" : "male",
                number % 3 == 0 ? "anxiety" : "depression");
    }

    private static Colleague colleague(
            int number, String firstName, String lastName, UsState state, String npi, String dea) {
        var secret = "stillwater-demo-%05d".formatted(number);
        var person = person("0b", number, firstName, lastName, "physician", secret);
        return new Colleague(person, state, npi, dea);
    }

    private static DemoPerson person(
            String group,
            int number,
            String firstName,
            String lastName,
            String role,
            @Nullable String authenticator) {
        var account = (firstName + "." + lastName).toLowerCase(Locale.ROOT);
        return new DemoPerson(
                UUID.fromString("%s000000-0000-4000-8000-%012d".formatted(group, number)),
                firstName,
                lastName,
                account + "@demo.stillwater.health",
                role,
                null,
                authenticator,
                "of the clinic");
    }
}
