package health.stillwater.portals.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class TokenTests {

    private static final Pattern VALUE = Pattern.compile("(--[a-z0-9-]+):\\s*([^;]+);");

    private final String tokens = read("static/css/tokens.css");

    @Test
    void darkIsTheSameWhetherTheSystemOrTheReaderChoseIt() {
        assertThat(block("[data-bs-theme=\"dark\"] {"))
                .isNotEmpty()
                .isEqualTo(block(":root:not([data-bs-theme=\"light\"]) {"));
    }

    @Test
    void everyColorOfTheLightThemeHasADarkOne() {
        var light = block(":root, [data-bs-theme=\"light\"] {").keySet();
        assertThat(block("[data-bs-theme=\"dark\"] {").keySet()).isEqualTo(light);
    }

    @Test
    void wordsAreReadableOnTheirGroundInBothThemes() {
        for (var theme :
                new String[] {":root, [data-bs-theme=\"light\"] {", "[data-bs-theme=\"dark\"] {"}) {
            var colors = block(theme);
            for (var ground : new String[] {"paper", "surface", "sunken"}) {
                for (var word : new String[] {"ink", "ink-2", "link", "link-visited"}) {
                    assertContrast(colors, word, ground, 4.5);
                }
                assertContrast(colors, "control", ground, 3);
                assertContrast(colors, "chart-1", ground, 3);
            }
            for (var state : new String[] {"ok", "wait", "stop", "info", "quiet"}) {
                assertContrast(colors, state, state + "-tint", 4.5);
                assertContrast(colors, state + "-edge", "surface", 3);
            }
            assertContrast(colors, "stop", "surface", 4.5);
            assertContrast(colors, "ink", "lake-tint", 4.5);
            assertContrast(colors, "on-lake", "lake", 4.5);
            assertContrast(colors, "on-deep", "lake-deep", 4.5);
        }
    }

    @Test
    void everyValueThatIsUsedIsNamed() {
        var named =
                VALUE.matcher(new Assets().everyStyle())
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        for (var style : Assets.STYLES) {
            var used =
                    Pattern.compile("var\\((--sw-[a-z0-9-]+)")
                            .matcher(read("static/css/" + style + ".css"));
            assertThat(used.results().map(match -> match.group(1))).as(style).isSubsetOf(named);
        }
    }

    private static void assertContrast(
            Map<String, String> colors, String word, String ground, double least) {
        var lighter = Math.max(light(colors, word), light(colors, ground)) + .05;
        var darker = Math.min(light(colors, word), light(colors, ground)) + .05;
        assertThat(lighter / darker).as(word + " on " + ground).isGreaterThanOrEqualTo(least);
    }

    private static double light(Map<String, String> colors, String name) {
        var color = Integer.parseInt(colors.get("--sw-" + name).substring(1), 16);
        return .2126 * channel(color >> 16) + .7152 * channel(color >> 8) + .0722 * channel(color);
    }

    private static double channel(int value) {
        var part = (value & 0xff) / 255.0;
        return part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4);
    }

    private Map<String, String> block(String selector) {
        var from = tokens.indexOf("\n" + " ".repeat(indent(selector)) + selector);
        assertThat(from).as(selector).isNotNegative();
        var body = tokens.substring(from, tokens.indexOf('}', from));
        var values = new LinkedHashMap<String, String>();
        VALUE.matcher(body).results().forEach(match -> put(values, match));
        return values;
    }

    private int indent(String selector) {
        var at = tokens.indexOf(selector);
        return at - tokens.lastIndexOf('\n', at) - 1;
    }

    private static void put(Map<String, String> values, MatchResult match) {
        values.put(match.group(1), match.group(2));
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
