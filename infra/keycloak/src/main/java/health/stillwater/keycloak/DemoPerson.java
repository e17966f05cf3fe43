package health.stillwater.keycloak;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody invented, who can sign in to a demonstration.
 *
 * @param id the same in the sign-in server and in Stillwater: one person, one id
 * @param role the portal they belong to
 * @param pharmacy where a pharmacist works
 * @param authenticator the secret their authenticator app would hold, for those who sign
 * @param about what makes them worth trying
 */
public record DemoPerson(
        UUID id,
        String firstName,
        String lastName,
        String email,
        String role,
        @Nullable UUID pharmacy,
        @Nullable String authenticator,
        String about) {

    public String name() {
        return firstName + " " + lastName;
    }

    static DemoPerson of(String id, String firstName, String lastName, String role, String about) {
        var email = lastName.toLowerCase(Locale.ROOT) + "@demo.stillwater.health";
        return new DemoPerson(
                UUID.fromString(id), firstName, lastName, email, role, null, null, about);
    }

    DemoPerson at(UUID workplace) {
        return new DemoPerson(
                id, firstName, lastName, email, role, workplace, authenticator, about);
    }

    DemoPerson signingWith(String secret) {
        return new DemoPerson(id, firstName, lastName, email, role, pharmacy, secret, about);
    }
}
