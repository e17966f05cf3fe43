package health.stillwater.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** The settings every room stands on, in one file, below whatever an application or a test says. */
class HouseDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        try {
            var file = new ClassPathResource("health/stillwater/runtime/house.properties");
            environment.getPropertySources().addLast(new ResourcePropertySource("house", file));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
