package health.stillwater;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/**
 * How a Keycloak account becomes a person here. The endpoints are spelled out rather than
 * discovered, so that the application starts while Keycloak is still starting; the issuer is
 * checked in every token all the same.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final Set<String> ROLES =
            Set.of("patient", "physician", "pharmacy", "billing", "compliance");

    @Bean
    ClientRegistrationRepository clients(SignInSettings settings) {
        return new InMemoryClientRegistrationRepository(
                ClientRegistration.withRegistrationId("keycloak")
                        .clientName("Stillwater")
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .scope("openid", "profile", "email")
                        .issuerUri(settings.issuer().toString())
                        .authorizationUri(settings.endpoint("auth"))
                        .tokenUri(settings.endpoint("token"))
                        .jwkSetUri(settings.endpoint("certs"))
                        .userNameAttributeName("sub")
                        .providerConfigurationMetadata(
                                Map.of("end_session_endpoint", settings.endpoint("logout")))
                        .build());
    }

    /**
     * The realm's roles, from the flat claim {@code roles} of the ID token; roles we do not know
     * grant nothing.
     */
    @Bean
    GrantedAuthoritiesMapper rolesOfTheRealm() {
        return granted -> {
            var authorities = new HashSet<GrantedAuthority>();
            for (var authority : granted) {
                if (authority instanceof OidcUserAuthority user
                        && user.getIdToken().getClaim("roles") instanceof List<?> roles) {
                    roles.stream()
                            .map(String::valueOf)
                            .filter(ROLES::contains)
                            .map(
                                    role ->
                                            new SimpleGrantedAuthority(
                                                    "ROLE_" + role.toUpperCase(Locale.ROOT)))
                            .forEach(authorities::add);
                }
            }
            return authorities;
        };
    }
}
