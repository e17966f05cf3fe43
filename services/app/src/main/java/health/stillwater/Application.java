package health.stillwater;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/**
 * Stillwater, whole. Everything it needs from outside comes through settings; secrets have no
 * defaults.
 */
@SpringBootApplication(
        nameGenerator =
                FullyQualifiedAnnotationBeanNameGenerator.class) // two rooms may use the same word
@ConfigurationPropertiesScan
@Modulithic(systemName = "Stillwater")
public class Application {

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }
}
