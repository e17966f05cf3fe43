package health.stillwater.portals.shell;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import health.stillwater.kernel.Actor;
import health.stillwater.runtime.Acting;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.view.InternalResourceViewResolver;

/**
 * Some controllers on a desk, with the real pages, for somebody. Each page that is read is also
 * left in {@code target/pages}, to be looked at with a browser.
 */
public final class Desk {

    private static final Path PAGES = Path.of("target", "pages");
    private static final Function<Actor, List<Banner>> STOPPED = _ -> List.of();

    private final MockMvcTester mvc;

    private Desk(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public static Desk of(Actor actor, Object... controllers) {
        return of(actor, STOPPED, controllers);
    }

    /** The same with something stopped. */
    public static Desk of(
            Actor actor, Function<Actor, List<Banner>> stopped, Object... controllers) {
        var assets = new Assets();
        var engine =
                TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        Desk.class.getClassLoader(),
                        "health.stillwater.pages");
        Filter acting =
                (request, response, chain) -> {
                    request.setAttribute(
                            CsrfToken.class.getName(),
                            new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "a-token"));
                    Actors.run(actor, () -> chain.doFilter(request, response));
                };
        leave("stillwater.css", assets.everyStyle());
        return new Desk(
                MockMvcTester.create(
                        MockMvcBuilders.standaloneSetup(controllers)
                                .setViewResolvers(
                                        new JteViews(engine, assets, stopped),
                                        new InternalResourceViewResolver())
                                .setCustomArgumentResolvers(
                                        new WhoIsAsking(),
                                        new AuthenticationPrincipalArgumentResolver())
                                .setControllerAdvice(new Refusals())
                                .addFilters(acting)
                                .build()));
    }

    public MockMvcTester mvc() {
        return mvc;
    }

    /** Reads a page that must be there. */
    public Document read(String address) {
        return page(mvc.get().uri(address).exchange(), 200, address.substring(1).replace('/', '-'));
    }

    /** Sends a form, given as names and values in turn. */
    public MvcTestResult send(String address, String... fields) {
        var form = MockMvcRequestBuilders.post(address);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(form);
    }

    /** Goes where an answer leads, with what is to be said there. */
    public MvcTestResult follow(MvcTestResult answer) {
        var result = answer.getMvcResult();
        return mvc.perform(
                MockMvcRequestBuilders.get(String.valueOf(result.getResponse().getRedirectedUrl()))
                        .flashAttrs(result.getFlashMap()));
    }

    /** The page in an answer, kept under a name. */
    public static Document page(MvcTestResult answer, int status, String name) {
        assertThat(answer).hasStatus(status);
        try {
            var html = answer.getResponse().getContentAsString();
            leave((name.isEmpty() ? "welcome" : name) + ".html", html);
            return Jsoup.parse(html);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Beside the pages lies all they need, under addresses that hold without a server. */
    private static void leave(String name, String text) {
        try {
            Files.createDirectories(PAGES);
            var standing =
                    text.replaceAll("/css/stillwater-[0-9a-f]+\\.css", "stillwater.css")
                            .replaceAll("/js/stillwater-[0-9a-f]+\\.js", "stillwater.js")
                            .replaceAll("(?<=[\"(])/(?=fonts/|images/)", "../classes/static/");
            Files.writeString(PAGES.resolve(name), standing);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Runs what may throw anything, as somebody. */
    private static final class Actors {

        interface Work {
            void run() throws Exception;
        }

        static void run(Actor actor, Work work) {
            try {
                Acting.<Boolean, Exception>as(
                        actor,
                        () -> {
                            work.run();
                            return true;
                        });
            } catch (RuntimeException passed) {
                throw passed;
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
