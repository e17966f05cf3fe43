package health.stillwater.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.param.CustomerCreateParams;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the pretended Stripe fails, and what it remembers. */
class FakeStripeMishapsTests extends FakeStripeShop {

    @Test
    void answersTheSameKeyWithTheSameAnswerAndRefusesOtherWordsUnderIt() throws StripeException {
        var customer = aCustomerWith(FakeStripe.GOOD_CARD);

        var first = subscribe("one", customer);
        var again = subscribe("one", customer);

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(fake.all("subscription")).hasSize(1);
        var elsewhere = aCustomerWith(FakeStripe.GOOD_CARD);
        assertThatThrownBy(() -> subscribe("one", elsewhere))
                .isInstanceOf(IdempotencyException.class);
    }

    @Test
    void forgetsAKeyAfterADay() throws StripeException {
        var customer = aCustomerWith(FakeStripe.GOOD_CARD);
        subscribe("one", customer);

        passes(Duration.ofHours(25));
        subscribe("one", customer);

        assertThat(fake.all("subscription")).hasSize(2);
    }

    @Test
    void failsAsTold() throws StripeException {
        var customer = aCustomerWith(FakeStripe.GOOD_CARD);

        fake.answersNext(429);
        assertThatThrownBy(() -> subscribe("one", customer)).isInstanceOf(RateLimitException.class);
        assertThat(subscribe("one", customer).getStatus())
                .as("a 429 is not kept")
                .isEqualTo("active");

        fake.answersNext(500);
        assertThatThrownBy(() -> subscribe("two", customer)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> subscribe("two", customer))
                .as("a 500 is kept")
                .isInstanceOf(ApiException.class);
        assertThat(fake.all("subscription")).hasSize(1);

        fake.timesOutNext();
        assertThatThrownBy(() -> subscribe("three", customer))
                .isInstanceOf(ApiConnectionException.class);
        assertThat(fake.all("subscription")).hasSize(1);

        fake.isDown();
        assertThatThrownBy(() -> stripe.v1().customers().retrieve(customer))
                .isInstanceOf(ApiException.class);
        fake.isUp();
    }

    @Test
    void chargesAndBreaksTheReply() throws StripeException {
        var customer = aCustomerWith(FakeStripe.GOOD_CARD);

        fake.chargesThenBreaksTheReply();
        assertThatThrownBy(() -> subscribe("one", customer))
                .isInstanceOf(ApiConnectionException.class);
        fake.chargesThenTimesOut();
        assertThatThrownBy(() -> subscribe("two", customer))
                .isInstanceOf(ApiConnectionException.class);

        assertThat(fake.charged()).isEqualTo(50_000);
        assertThat(subscribe("one", customer).getStatus()).isEqualTo("active");
        assertThat(fake.charged()).as("the key replays").isEqualTo(50_000);
    }

    @Test
    void goesOnWhereItStoodAfterARestart(@TempDir Path home) throws StripeException {
        var file = home.resolve("stripe.json");
        String customer;
        try (var first = new FakeStripe(0, clock(), file)) {
            var before = CustomerCreateParams.builder().putMetadata("account", "a").build();
            customer = client(first).v1().customers().create(before).getId();
        }
        try (var second = new FakeStripe(0, clock(), file)) {
            var found = client(second).v1().customers().retrieve(customer);
            assertThat(found.getMetadata()).containsEntry("account", "a");
        }
    }

    @Test
    void refusesWhoHasNoKey() {
        var stranger =
                StripeClient.builder()
                        .setApiKey("nobody")
                        .setApiBase(fake.address().toString())
                        .build();

        assertThatThrownBy(() -> stranger.v1().customers().list())
                .isInstanceOf(com.stripe.exception.AuthenticationException.class);
    }
}
