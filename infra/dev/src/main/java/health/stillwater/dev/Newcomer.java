package health.stillwater.dev;

import health.stillwater.enrollment.Profile;
import health.stillwater.kernel.PatientId;
import health.stillwater.keycloak.DemoPeople;
import health.stillwater.keycloak.DemoPerson;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A patient of the demonstration, and what they tell about themselves.
 *
 * @param zone where their county has two
 */
record Newcomer(
        DemoPerson person,
        String state,
        String countyFips,
        @Nullable String zone,
        LocalDate born,
        String phone,
        String street,
        String city,
        String postalCode,
        String sex,
        String reason) {

    static final Newcomer DELGADO =
            new Newcomer(
                    DemoPeople.DELGADO,
                    "FL",
                    "12086",
                    null,
                    LocalDate.of(1984, 4, 12),
                    "(305) 555-0142",
                    "14 Alder Street",
                    "Miami",
                    "33130",
                    "female",
                    "depression");

    static final Newcomer PIKE =
            new Newcomer(
                    DemoPeople.PIKE,
                    "FL",
                    "12033",
                    "America/Chicago",
                    LocalDate.of(1971, 9, 3),
                    "(850) 555-0117",
                    "221 Cervantes Street",
                    "Pensacola",
                    "32501",
                    "male",
                    "depression");

    static final Newcomer FERREIRA =
            new Newcomer(
                    DemoPeople.FERREIRA,
                    "NJ",
                    "34013",
                    null,
                    LocalDate.of(1990, 1, 27),
                    "(973) 555-0128",
                    "88 Bloomfield Avenue",
                    "Newark",
                    "07104",
                    "female",
                    "anxiety");

    PatientId id() {
        return new PatientId(person.id());
    }

    Profile profile() {
        return new Profile(
                person.name(),
                born,
                phone,
                street,
                "",
                city,
                postalCode,
                countyFips,
                zone,
                sex,
                Set.of());
    }
}
