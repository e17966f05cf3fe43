package health.stillwater;

import health.stillwater.portals.shell.ActingFilter;
import health.stillwater.portals.shell.Unsent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.web.servlet.PathRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The whole attack surface, on one page. A chain for those who sign their messages, one for health
 * probes, one for people. What is not named here is refused.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    private static final String SIGN_IN = "/oauth2/authorization/keycloak";

    /**
     * Stripe, Twilio, the identity vendor: no session, no form token; each webhook verifies its
     * sender's signature.
     */
    @Bean
    @Order(1)
    SecurityFilterChain webhooksChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/webhooks/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain probesChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/actuator/health/**")
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesChain(
            HttpSecurity http,
            SignInSettings settings,
            ClientRegistrationRepository clients,
            Joining joining)
            throws Exception {
        var signedOut = new OidcClientInitiatedLogoutSuccessHandler(clients);
        signedOut.setPostLogoutRedirectUri("{baseUrl}/");
        return http.authorizeHttpRequests(SecurityConfiguration::whoMayGoWhere)
                .oauth2Login(login -> signIn(login, joining))
                .exceptionHandling(
                        stopped ->
                                stopped.authenticationEntryPoint(signInFirst())
                                        .accessDeniedHandler(SecurityConfiguration::refuse))
                .logout(logout -> logout.logoutSuccessHandler(signedOut))
                .headers(headers -> whatBrowsersMayDo(headers, settings))
                .addFilterAfter(new ActingFilter(), AuthorizationFilter.class)
                .build();
    }

    private static void whoMayGoWhere(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers(PathRequest.toStaticResources().atCommonLocations())
                .permitAll()
                .requestMatchers(
                        "/", "/start/**", "/start", "/crisis", "/error", "/fonts/**", "/log/**")
                .permitAll()
                .requestMatchers("/patient/**")
                .hasRole("PATIENT")
                .requestMatchers("/physician/**")
                .hasRole("PHYSICIAN")
                .requestMatchers("/pharmacy/**")
                .hasRole("PHARMACY")
                .requestMatchers("/billing/**")
                .hasRole("BILLING")
                .requestMatchers("/compliance/**")
                .hasRole("COMPLIANCE")
                .requestMatchers("/home")
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    private static void signIn(OAuth2LoginConfigurer<HttpSecurity> login, Joining joining) {
        login.loginPage(SIGN_IN)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(joining))
                .defaultSuccessUrl("/home", false)
                .failureUrl("/?sign-in=failed");
    }

    private static void whatBrowsersMayDo(
            HeadersConfigurer<HttpSecurity> headers, SignInSettings settings) {
        headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(contentSecurityPolicy(settings)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /** To sign-in; but a form of ours goes back to whoever sent it, with all that is in it. */
    private static AuthenticationEntryPoint signInFirst() {
        var signIn = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        return (request, response, why) -> {
            if (Unsent.isOurForm(request)) {
                refuse(request, response, why);
            } else {
                signIn.commence(request, response, why);
            }
        };
    }

    /** Refused; the page that says so is told why. */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, RuntimeException why)
            throws IOException {
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, why);
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /**
     * Everything from here; forms may lead to sign-in, the card page and the identity check, and
     * nowhere else.
     */
    private static String contentSecurityPolicy(SignInSettings settings) {
        return "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + settings.origin()
                + " "
                + String.join(" ", settings.formTargets());
    }
}
