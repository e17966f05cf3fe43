package health.stillwater;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The page of settings says what the code says. To write it anew: {@code -Dtest=SettingsPageTests
 * -Dwrite=true}.
 */
class SettingsPageTests {

    private static final Path ROOT = Path.of("../..");
    private static final Path PAGE = ROOT.resolve("docs/settings.md");
    private static final String HEAD =
            """
            # Settings

            Made from the code by `SettingsPageTests`; every other setting is Spring Boot's own. A setting without a default
            has to be given, or the application does not start. Secrets have no defaults.

            | Setting | Default | What it is |
            |---|---|---|
            """;

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        var page =
                HEAD
                        + groups().flatMap(SettingsPageTests::rows)
                                .collect(Collectors.joining("\n"))
                        + "\n";
        if (Boolean.getBoolean("write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static Stream<Class<?>> groups() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("health.stillwater").stream()
                .<Class<?>>map(found -> type(String.valueOf(found.getBeanClassName())))
                .filter(Class::isRecord)
                .sorted(
                        Comparator.comparing(SettingsPageTests::prefix)
                                .thenComparing(Class::getName));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static String prefix(Class<?> group) {
        return group.getAnnotation(ConfigurationProperties.class).value();
    }

    private static Stream<String> rows(Class<?> group) {
        var source = source(group);
        return Arrays.stream(group.getRecordComponents())
                .map(
                        part ->
                                "| `%s.%s` | %s | %s |"
                                        .formatted(
                                                prefix(group),
                                                kebab(part.getName()),
                                                standard(group, part),
                                                told(source, part)));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static String standard(Class<?> group, RecordComponent part) {
        var parameter =
                Arrays.stream(group.getDeclaredConstructors()[0].getParameters())
                        .filter(each -> each.getName().equals(part.getName()))
                        .findFirst()
                        .orElseThrow();
        var given = parameter.getAnnotation(DefaultValue.class);
        if (given != null) {
            var values = String.join(", ", given.value());
            return values.isEmpty()
                    ? "none"
                    : "`" + (values.length() > 60 ? values.substring(0, 57) + "…" : values) + "`";
        }
        var wanted =
                Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
                        .anyMatch(rule -> parameter.isAnnotationPresent(rule));
        return wanted ? "" : "none";
    }

    /** What the Javadoc of the record says of it. */
    private static String told(String source, RecordComponent part) {
        var found =
                Pattern.compile(
                                "@param "
                                        + part.getName()
                                        + "\\s+((?:(?!\\n \\* @param|\\n \\*/)[\\s\\S])*)")
                        .matcher(source);
        assertThat(found.find())
                .as("@param " + part.getName() + " of " + part.getDeclaringRecord())
                .isTrue();
        return found.group(1)
                .replaceAll("\\s*\\n \\*\\s*", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .strip();
    }

    private static String source(Class<?> group) {
        var file = group.getName().replace('.', '/') + ".java";
        try (var folders =
                Stream.concat(
                        Files.list(ROOT.resolve("services")), Files.list(ROOT.resolve("shared")))) {
            var path =
                    folders.map(folder -> folder.resolve("src/main/java").resolve(file))
                            .filter(Files::exists)
                            .findFirst()
                            .orElseThrow();
            return Files.readString(path);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
