package health.stillwater.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.DeliveryFacts.AddressValidation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribingRoomTests extends EnrollmentRoom {

    @BeforeEach
    void begun() {
        as(() -> enrollment.begin(patient, null, "rosa@example.org"));
    }

    @Test
    void keepsWhatIsRightAndSaysWhereThePatientLives() {
        as(() -> enrollment.describe(patient, rosa()));

        var view = as(() -> enrollment.patient(patient));
        assertThat(view.name()).isEqualTo(NAME);
        assertThat(view.phone()).isEqualTo("+13055550142");
        assertThat(view.countyName()).isEqualTo("Miami-Dade");
        assertThat(view.zone().getId()).isEqualTo("America/New_York");
        assertThat(validation()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 Nowhere Lane", "PO Box 12"})
    void keepsNothingForAnAddressWhereNobodyCanSign(String line1) {
        assertThat(as(() -> enrollment.describe(patient, rosaAt(line1))))
                .isInstanceOfSatisfying(
                        DescribeOutcome.Invalid.class,
                        invalid -> assertThat(invalid.fieldErrors()).containsOnlyKeys("line1"));
        assertThat(as(() -> enrollment.of(patient)).profile()).isNull();
    }

    @Test
    void takesNobodyWhoLivesInTexas() {
        var texan =
                new Profile(
                        NAME,
                        LocalDate.parse("1984-04-17"),
                        "(305) 555-0142",
                        "14 Alder Street",
                        "",
                        "Houston",
                        "77002",
                        "48201",
                        null,
                        "",
                        Set.of());

        assertThat(as(() -> enrollment.describe(patient, texan)))
                .isInstanceOfSatisfying(
                        DescribeOutcome.Invalid.class,
                        invalid ->
                                assertThat(invalid.fieldErrors()).containsOnlyKeys("countyFips"));
        assertThat(as(() -> enrollment.of(patient)).profile()).isNull();
    }

    @Test
    void doesNotRecordAPlaceInTexas() {
        assertThatThrownBy(() -> does(() -> enrollment.attestLocation(patient, "48201")))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessage("We cannot treat you from this location today.");
        assertThat(as(() -> enrollment.of(patient)).location()).isNull();
    }

    @Test
    void keepsAnAddressTheVendorSaidNothingAboutAndAsksAgain() {
        vendor.isDown();
        assertThat(as(() -> enrollment.describe(patient, rosa())))
                .isInstanceOf(DescribeOutcome.Saved.class);
        assertThat(validation()).isNull();

        vendor.isUp();
        waitUntilTheAddressIsFound();
    }

    @Test
    void countsAnAddressForTheDayItWasFoundOn() {
        as(() -> enrollment.describe(patient, rosa()));
        clock.passes(Duration.ofDays(1));
        var nextDay = clock.instant();

        does(() -> enrollment.attestLocation(patient, MIAMI_DADE));

        waitUntil(() -> validation() != null && !validation().observedAt().isBefore(nextDay));
    }

    private void waitUntilTheAddressIsFound() {
        clock.passes(Duration.ofMinutes(1));
        waitUntil(() -> validation() != null);
    }

    private @Nullable AddressValidation validation() {
        var request = as(() -> enrollment.of(patient)).request();
        var delivery = as(() -> enrollment.factsOf(request)).delivery();
        return delivery == null ? null : delivery.addressValidation();
    }
}
