package health.stillwater;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a stranger finds. */
class FrontDoorTests extends WholeSystem {

    @Autowired MockMvcTester browser;

    @Test
    void theHomePageIsOpenToEverybody() {
        assertThat(browser.get().uri("/")).hasStatusOk().bodyText().contains("$250");
    }

    @Test
    void everyPortalAsksForSignIn() {
        for (var portal :
                new String[] {
                    "/patient", "/physician", "/pharmacy", "/billing", "/compliance", "/home"
                }) {
            assertThat(browser.get().uri(portal))
                    .hasStatus3xxRedirection()
                    .redirectedUrl()
                    .isEqualTo("/oauth2/authorization/keycloak");
        }
    }

    @Test
    void whatIsNotNamedIsRefused() {
        assertThat(browser.get().uri("/actuator/env")).hasStatus(403);
        assertThat(browser.get().uri("/actuator/health")).hasStatusOk();
    }
}
