package health.stillwater.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * One outside system on a port of its own, pretended. It can be told to fail: what is told is done
 * once, to the next request it applies to, and then forgotten.
 */
abstract class FakeServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Trouble> troubles = new ArrayDeque<>();

    /**
     * @param port where to listen; 0 for any free port
     */
    FakeServer(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "Port " + port + " is taken; close what uses it or choose another.", taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    /** Begins to answer, once the subclass is ready to. */
    final void opens() {
        server.start();
    }

    /** Where it answers, without a slash at the end. */
    public final URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Does what the outside system would do, and says what it would say. */
    abstract Answer answer(Asked asked);

    /** Called once for every request, also for those that fail. */
    void heard(Asked asked) {}

    /** Whether trouble that waits may befall this request. */
    boolean canFail(Asked asked) {
        return true;
    }

    final void awaits(Trouble trouble) {
        synchronized (troubles) {
            troubles.add(trouble);
        }
    }

    private Trouble troubleFor(Asked asked) {
        synchronized (troubles) {
            var next = canFail(asked) ? troubles.poll() : null;
            return next == null ? new Trouble.None() : next;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = Asked.from(exchange);
        heard(asked);
        switch (troubleFor(asked)) {
            case Trouble.None _ -> send(exchange, answer(asked));
            case Trouble.Says says -> send(exchange, says.answer());
            case Trouble.BreaksTheReply _ -> {
                answer(asked);
                breakOff(exchange);
            }
            case Trouble.IsSlow slow -> {
                sleep(slow.time());
                send(exchange, answer(asked));
            }
            case Trouble.NeverAnswers never -> {
                sleep(never.time());
                breakOff(exchange);
            }
        }
    }

    /** Promises a body and hangs up: the caller cannot know what was done. */
    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        if (answer.location() != null) {
            exchange.getResponseHeaders().set("Location", answer.location().toString());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What was asked. Header names in lower case. */
    record Asked(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {

        static Asked from(HttpExchange exchange) throws IOException {
            var headers = new LinkedHashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) ->
                                    headers.put(
                                            name.toLowerCase(java.util.Locale.ROOT),
                                            values.getFirst()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var uri = exchange.getRequestURI();
            return new Asked(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    form(uri.getRawQuery()),
                    headers,
                    body);
        }

        /** The body, read as a form. */
        Map<String, String> form() {
            return form(body);
        }

        private static Map<String, String> form(@Nullable String text) {
            var fields = new LinkedHashMap<String, String>();
            if (text == null || text.isEmpty()) {
                return fields;
            }
            for (var pair : text.split("&", -1)) {
                var cut = pair.indexOf('=');
                var name = cut < 0 ? pair : pair.substring(0, cut);
                fields.put(decoded(name), cut < 0 ? "" : decoded(pair.substring(cut + 1)));
            }
            return fields;
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    /** What is answered; with a location, where to go instead. */
    record Answer(int status, String type, String body, @Nullable URI location) {

        Answer(int status, String type, String body) {
            this(status, type, body, null);
        }

        static Answer json(int status, String body) {
            return new Answer(status, "application/json", body);
        }

        static Answer page(int status, String html) {
            return new Answer(status, "text/html; charset=utf-8", html);
        }

        static Answer seeOther(URI location) {
            return new Answer(303, "text/plain", "", location);
        }
    }

    /** What goes wrong with one request. */
    sealed interface Trouble {

        record None() implements Trouble {}

        /** Refuses with these words instead of doing anything. */
        record Says(Answer answer) implements Trouble {}

        /** Does the work, then breaks the reply. */
        record BreaksTheReply() implements Trouble {}

        /** Does the work, late. */
        record IsSlow(Duration time) implements Trouble {}

        /** Does nothing and hangs up after a while. */
        record NeverAnswers(Duration time) implements Trouble {}
    }
}
