package health.stillwater.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.County;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileCheckTests {

    static final ZoneId EASTERN = ZoneId.of("America/New_York");
    static final ZoneId CENTRAL = ZoneId.of("America/Chicago");
    static final County DADE = new County("12086", UsState.FL, "Miami-Dade", List.of(EASTERN));
    static final County GULF = new County("12045", UsState.FL, "Gulf", List.of(EASTERN, CENTRAL));

    @Test
    void keepsWhatIsRight() {
        var details = check(profile()).details();

        assertThat(details.name()).isEqualTo("Rosalind Teague");
        assertThat(details.phone()).isEqualTo("+13055550142");
        assertThat(details.state()).isEqualTo(UsState.FL);
        assertThat(details.zone()).isEqualTo("America/New_York");
        assertThat(details.previous()).containsExactly(UsState.GA, UsState.NY);
    }

    @Test
    void saysEverythingThatIsMissingAtOnce() {
        var blank = new Profile(" ", null, "", "", "", "", "", "", null, null, null);

        assertThat(new ProfileCheck(blank, Optional.empty(), Told.TODAY).errors())
                .containsOnlyKeys(
                        "name",
                        "dateOfBirth",
                        "phone",
                        "line1",
                        "city",
                        "postalCode",
                        "countyFips",
                        "previousStates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PO Box 12", "p.o. box 9", "P O Box 3", "Post Office Box 7", "PMB 14"})
    void refusesBoxes(String line1) {
        assertThat(check(with(line1, "(305) 555-0142", "33101")).errors())
                .containsOnlyKeys("line1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 Pobox Lane", "12 Boxwood Drive", "7 Post Road"})
    void takesStreetsThatOnlySoundLikeBoxes(String line1) {
        assertThat(check(with(line1, "(305) 555-0142", "33101")).errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "305 555",
                "+44 20 7946 0958",
                "(800) 555-0142",
                "(900) 555-0142",
                "not a number"
            })
    void refusesNumbersThatCannotBeTexted(String phone) {
        assertThat(check(with("14 Alder Street", phone, "33101")).errors())
                .containsOnlyKeys("phone");
    }

    @ParameterizedTest
    @CsvSource({
        "33101, true",
        "33101-1234, true",
        "3310, false",
        "33101-12, false",
        "ABCDE, false"
    })
    void takesZipCodes(String zip, boolean right) {
        assertThat(check(with("14 Alder Street", "(305) 555-0142", zip)).errors().isEmpty())
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"2008-11-24, true", "2008-11-25, false", "2027-01-01, false", "1890-01-01, false"})
    void takesOnlyAdults(LocalDate born, boolean right) {
        assertThat(check(born(born), DADE, Told.TODAY).errors().isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, false", "2026-03-01, true"})
    void whoeverIsBornOnALeapDayIsOfAgeInMarch(LocalDate today, boolean right) {
        var check = check(born(LocalDate.parse("2008-02-29")), DADE, today);

        assertThat(check.errors().isEmpty()).isEqualTo(right);
    }

    @Test
    void asksForTheZoneOfACountyThatHasTwo() {
        assertThat(check(zone(null), GULF, Told.TODAY).errors()).containsOnlyKeys("zone");
        assertThat(check(zone("America/Denver"), GULF, Told.TODAY).errors())
                .containsOnlyKeys("zone");
        assertThat(check(zone("America/Chicago"), GULF, Told.TODAY).details().zone())
                .isEqualTo("America/Chicago");
    }

    private static ProfileCheck check(Profile profile) {
        return check(profile, DADE, Told.TODAY);
    }

    private static ProfileCheck check(Profile profile, County county, LocalDate today) {
        return new ProfileCheck(profile, Optional.of(county), today);
    }

    private static Profile profile() {
        return with(" 14  Alder Street", "(305) 555-0142", "33101");
    }

    private static Profile with(String line1, String phone, String zip) {
        return profile(LocalDate.parse("1979-03-09"), line1, phone, zip, null);
    }

    private static Profile born(LocalDate date) {
        return profile(date, "14 Alder Street", "(305) 555-0142", "33101", null);
    }

    private static Profile zone(String zone) {
        return profile(
                LocalDate.parse("1979-03-09"), "14 Alder Street", "(305) 555-0142", "33101", zone);
    }

    private static Profile profile(
            LocalDate born, String line1, String phone, String zip, String zone) {
        return new Profile(
                "Rosalind  Teague ",
                born,
                phone,
                line1,
                "",
                "Miami",
                zip,
                "12086",
                zone,
                "",
                Set.of(UsState.NY, UsState.GA));
    }
}
