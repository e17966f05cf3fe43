package health.stillwater.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at a page as people will: on a desktop and on a phone. Takes a picture of each, lets axe
 * find what it can (WCAG 2.2 AA), sees that nothing runs off the side, and goes through all of it
 * with the tab key.
 */
final class Look {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path PICTURES = Path.of(System.getProperty("pictures", "target/pictures"));
    private static final Set<String> SEEN = new HashSet<>();

    private Look() {}

    /** Once for each name: later visits to the same page are not looked at again. */
    static void at(Page page, String name) {
        if (!SEEN.add(name)) {
            return;
        }
        var found = new ArrayList<String>();
        for (int width : new int[] {390, 1280}) {
            page.setViewportSize(width, 900);
            picture(page, name, width);
            found.addAll(violations(page, name, width));
            found.addAll(overflow(page, name, width));
        }
        found.addAll(Tabbing.through(page, name));
        assertThat(found).as("what axe and the ruler found on " + name).isEmpty();
    }

    static void last(Page page, String who) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve("last-" + who + ".png"))
                        .setFullPage(true));
    }

    private static void picture(Page page, String name, int width) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                        .setFullPage(true));
    }

    private static List<String> violations(Page page, String name, int width) {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(
                                rule ->
                                        name
                                                + " at "
                                                + width
                                                + ": "
                                                + rule.getId()
                                                + " "
                                                + rule.getHelp()
                                                + " "
                                                + rule.getNodes().stream()
                                                        .map(node -> node.getHtml())
                                                        .toList())
                        .toList();
    }

    private static List<String> overflow(Page page, String name, int width) {
        var wide =
                page.evaluate(
                        "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        return Boolean.TRUE.equals(wide)
                ? List.of(name + " at " + width + " scrolls sideways")
                : List.of();
    }
}
