package health.stillwater;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where people sign in, and which other addresses a form of ours may lead to.
 *
 * @param issuer the Keycloak realm, as it stands in its tokens
 * @param clientId our client in that realm
 * @param clientSecret its secret; no default
 * @param formTargets origins a form may redirect to beside our own and the realm's: the card page,
 *     the identity check
 */
@Validated
@ConfigurationProperties("stillwater.sign-in")
record SignInSettings(
        @NotNull URI issuer,
        @DefaultValue("stillwater-web") String clientId,
        @NotBlank String clientSecret,
        @DefaultValue List<String> formTargets) {

    String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
