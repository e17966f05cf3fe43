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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What stands on the desk of somebody who tries the demonstration: the phone with its texts and
 * one-time codes, and the levers that make the pretended world fail. One plain page of sections;
 * whoever owns a part of the world adds its own.
 */
public final class Desk implements AutoCloseable {

    private static final String PATH = "/desk";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Section> sections = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<Map<String, String>>> levers = new ConcurrentHashMap<>();

    private record Section(String title, Supplier<String> html) {}

    /** Opens on this port of this machine only; 0 for any free one. */
    public Desk(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException("Port " + port + " is taken", taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * Adds a section; its HTML is asked for anew each time the page is read. Escape foreign text
     * with {@link #text}.
     */
    public Desk shows(String title, Supplier<String> html) {
        sections.add(new Section(title, html));
        return this;
    }

    /**
     * Adds something a form of a section can do by posting to {@code /desk/<name>}; it is given the
     * form's fields.
     */
    public Desk does(String name, Consumer<Map<String, String>> lever) {
        levers.put(PATH + "/" + name, lever);
        return this;
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + PATH);
    }

    /** Makes text harmless inside HTML. */
    public static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if ("POST".equals(exchange.getRequestMethod())) {
                pull(exchange, path);
            } else if (PATH.equals(path)) {
                send(exchange, 200, page());
            } else if ("/".equals(path)) {
                exchange.getResponseHeaders().set("Location", PATH);
                exchange.sendResponseHeaders(302, -1);
            } else {
                send(
                        exchange,
                        404,
                        "<!DOCTYPE html><title>Nothing here</title><p>Nothing here. <a href=\"/desk\">To the desk</a>");
            }
        }
    }

    /**
     * A page of another site may not pull our levers; then back to the page, so that reloading
     * pulls nothing twice.
     */
    private void pull(HttpExchange exchange, String path) throws IOException {
        var from = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        var lever = levers.get(path);
        if (lever == null || (from != null && !"same-origin".equals(from))) {
            exchange.sendResponseHeaders(lever == null ? 404 : 403, -1);
            return;
        }
        lever.accept(
                fields(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().set("Location", PATH);
        exchange.sendResponseHeaders(303, -1);
    }

    private String page() {
        var body = new ArrayList<String>();
        for (var section : sections) {
            body.add(
                    "<section><h2>"
                            + text(section.title())
                            + "</h2>"
                            + section.html().get()
                            + "</section>");
        }
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>The desk – Stillwater demonstration</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>The desk</h1>
                <p>What the people of the demonstration would hold in their hands. Nothing here is real. Reload to see it anew.</p>
                %s
                </main>
                </body>
                </html>
                """
                .formatted(STYLE, String.join("\n", body));
    }

    private static void send(HttpExchange exchange, int status, String html) throws IOException {
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : form.split("&", -1)) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, cut), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(cut + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static final String STYLE =
            """
            :root { color-scheme: light; }
            body { margin: 0; background: #f5f8f7; color: #10262b; font: 1rem/1.55 "Atkinson Hyperlegible Next", system-ui, sans-serif; }
            main { max-width: 64rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
            section { background: #fff; border: 1px solid #cfdbd9; border-radius: .625rem; padding: 1rem 1.5rem; margin: 1.5rem 0; overflow-x: auto; }
            h1, h2 { line-height: 1.15; } h2 { margin-top: 0; }
            a { color: #0b5a66; }
            table { border-collapse: collapse; } th, td { text-align: left; padding: .375rem 1.5rem .375rem 0; border-bottom: 1px solid #cfdbd9; }
            .code { font: 600 1.375rem/1.2 ui-monospace, Consolas, monospace; letter-spacing: .1em; }
            button { min-height: 2.75rem; padding: .5rem 1rem; font: inherit; color: #fff; background: #0b5a66; border: 1px solid #0b5a66; border-radius: .375rem; cursor: pointer; }
            input, select { min-height: 2.75rem; padding: .375rem .5rem; font: inherit; border: 1px solid #667c7e; border-radius: .375rem; }
            form { display: inline-flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
            :focus-visible { outline: 3px solid #10262b; outline-offset: 2px; }
            """;
}
