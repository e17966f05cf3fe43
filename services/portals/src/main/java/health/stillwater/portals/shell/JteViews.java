package health.stillwater.portals.shell;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import health.stillwater.kernel.Actor;
import health.stillwater.runtime.Acting;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Finds the template of a page, gives it its {@link Page}, and sends it only when all of it is
 * drawn.
 */
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine;
    private final Assets assets;
    private final Function<Actor, List<Banner>> banners;

    JteViews(TemplateEngine engine, Assets assets, Function<Actor, List<Banner>> banners) {
        this.engine = engine;
        this.assets = assets;
        this.banners = banners;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        return engine.hasTemplate(template) ? new Drawing(template) : null;
    }

    /** Says that it is a page: a view without a type is passed over for one that has one. */
    private final class Drawing implements View {

        private final String template;

        Drawing(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return MediaType.TEXT_HTML_VALUE;
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            draw(template, model, request, response);
        }
    }

    /**
     * Before the resolver that takes every name, after the one for redirects, which the caller asks
     * first.
     */
    @Override
    public int getOrder() {
        return 0;
    }

    private void draw(
            String template,
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var shown = new HashMap<String, Object>(model == null ? Map.of() : model);
        shown.put("page", page(shown, request));
        var drawn = new StringOutput(16_384);
        engine.render(template, shown, drawn);
        var bytes = drawn.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Vary", "HX-Request");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Page page(Map<String, Object> model, HttpServletRequest request) {
        return new Page(
                Acting.now(),
                path(request),
                request.getHeader("HX-Request") != null,
                (String) model.get(Screen.MESSAGE),
                model.get(Screen.ERRORS) instanceof FieldErrors errors
                        ? errors
                        : FieldErrors.none(),
                given(request),
                banners.apply(Acting.now()),
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                assets);
    }

    private static String path(HttpServletRequest request) {
        var broken = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return broken == null ? request.getRequestURI() : broken.toString();
    }

    /** A page drawn in answer to a POST is a form that comes back. */
    private static Map<String, List<String>> given(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return Map.of();
        }
        return request.getParameterMap().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
    }
}
