package health.stillwater.checkins;

import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * The only one who speaks to Twilio. One call makes one request, whatever comes back: the SDK and
 * the HTTP client below it would both repeat a POST, and a patient would read the text twice.
 */
@Component
class TwilioLine {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final int VALIDITY_MAX = 14_400;
    private static final long LATEST = 50;

    private final TwilioRestClient twilio;
    private final RequestValidator validator;
    private final String sender;

    TwilioLine(TwilioSettings settings) {
        this.sender = settings.messagingServiceSid();
        this.validator = new RequestValidator(settings.authToken());
        this.twilio =
                new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                        .httpClient(new OneRequest(http(settings)))
                        .build();
    }

    private static HttpClientBuilder http(TwilioSettings settings) {
        var timeout = Timeout.of(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(timeout)
                                        .setSocketTimeout(timeout)
                                        .build())
                        .build();
        var builder =
                HttpClientBuilder.create()
                        .setConnectionManager(connections)
                        .setDefaultRequestConfig(
                                RequestConfig.custom().setResponseTimeout(timeout).build())
                        .disableAutomaticRetries()
                        .disableRedirectHandling();
        var base = settings.base();
        if (base != null && base.getHost() != null) {
            var host = new HttpHost(base.getScheme(), base.getHost(), base.getPort());
            builder.setRoutePlanner((target, context) -> new HttpRoute(host));
        }
        return builder;
    }

    /** Sends what it is given, once. */
    private static final class OneRequest extends NetworkHttpClient {

        OneRequest(HttpClientBuilder builder) {
            super(builder);
        }

        @Override
        public Response reliableRequest(Request request) {
            return makeRequest(request);
        }
    }

    /**
     * @param report where Twilio tells what became of it
     * @param valid how long Twilio may keep trying; zero for as long as it likes
     */
    Sending send(String phone, String words, URI report, Duration valid) {
        var text = Message.creator(new PhoneNumber(phone), sender, words).setStatusCallback(report);
        if (valid.isPositive()) {
            text.setValidityPeriod((int) Math.min(VALIDITY_MAX, valid.toSeconds()));
        }
        try {
            return new Sending.Taken(text.create(twilio).getSid());
        } catch (ApiException refused) {
            return understood(refused);
        } catch (TwilioException unclear) {
            return new Sending.Unknown();
        }
    }

    private static Sending understood(ApiException refused) {
        var status = refused.getStatusCode();
        if (status == null || status >= 500 || status < 400 || status == 408) {
            return new Sending.Unknown();
        }
        return status == 429 ? new Sending.TooBusy() : new Sending.Refused(refused.getCode());
    }

    /** What Twilio knows of one text of its own; empty when it does not answer. */
    Optional<Message> look(String sid) {
        try {
            return Optional.of(Message.fetcher(sid).fetch(twilio));
        } catch (TwilioException away) {
            return Optional.empty();
        }
    }

    /**
     * The text with these words that this phone was sent since then and that we do not know yet.
     * The list is asked for by phone alone and dated here: a text still waiting has no date sent.
     *
     * @throws TwilioException when Twilio does not answer, so nothing is known
     */
    Optional<Message> find(String phone, String words, Instant since, Predicate<String> known) {
        ResourceSet<Message> sent =
                Message.reader().setTo(phone).setPageSize(LATEST).limit(LATEST).read(twilio);
        return StreamSupport.stream(sent.spliterator(), false)
                .filter(text -> words.equals(text.getBody()))
                .filter(
                        text ->
                                text.getDateCreated() != null
                                        && !text.getDateCreated()
                                                .toInstant()
                                                .isBefore(since.minus(CLOCKS_DIFFER)))
                .filter(text -> !known.test(text.getSid()))
                .findFirst();
    }

    /** Whether Twilio signed this form for this address. */
    boolean signed(String url, Map<String, String> form, String signature) {
        return validator.validate(url, form, signature);
    }
}
