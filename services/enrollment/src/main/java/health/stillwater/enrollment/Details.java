package health.stillwater.enrollment;

import health.stillwater.kernel.UsState;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a patient told us about themselves, checked. */
@Embeddable
record Details(
        String name,
        LocalDate dateOfBirth,
        String phone,
        String line1,
        String line2,
        String city,
        @Enumerated(EnumType.STRING) UsState state,
        String postalCode,
        String countyFips,
        String zone,
        @Nullable String sex,
        String previousStates) {

    static String joined(Set<UsState> states) {
        return new TreeSet<>(states).stream().map(UsState::name).collect(Collectors.joining(","));
    }

    List<UsState> previous() {
        return Arrays.stream(previousStates.split(","))
                .filter(state -> !state.isEmpty())
                .map(UsState::valueOf)
                .toList();
    }

    Address address() {
        return new Address(line1, line2, city, state, postalCode);
    }

    boolean sameAddress(Details other) {
        return address().equals(other.address());
    }

    /**
     * A proof of identity holds for a name, a birth and an address; when one of them changes, so
     * does this.
     */
    String identityHash() {
        return TextHash.of(
                String.join("\n", List.of(name, dateOfBirth.toString(), address().toString())));
    }

    Profile asTold() {
        return new Profile(
                name,
                dateOfBirth,
                phone,
                line1,
                line2,
                city,
                postalCode,
                countyFips,
                zone,
                sex,
                Set.copyOf(previous()));
    }
}
