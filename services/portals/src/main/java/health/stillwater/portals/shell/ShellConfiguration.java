package health.stillwater.portals.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes Spring MVC speak through our pages. */
@Configuration
class ShellConfiguration implements WebMvcConfigurer {

    /** The package the build generates the pages into. */
    private static final String PAGES = "health.stillwater.pages";

    @Bean
    ViewResolver pages(Assets assets, Banners banners) {
        var engine =
                TemplateEngine.createPrecompiled(
                        null, ContentType.Html, ShellConfiguration.class.getClassLoader(), PAGES);
        return new JteViews(engine, assets, banners::of);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new WhoIsAsking());
    }

    /** A font file never changes; a new version of it gets a new name. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/fonts/**")
                .addResourceLocations("classpath:/static/fonts/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
