package health.stillwater.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes through a page with the tab key alone: everything that can be used is met, and seen. */
final class Tabbing {

    /** Numbers what can be used; radio buttons of one question are one stop. */
    private static final String NUMBER =
            """
            () => {
              document.activeElement?.blur();
              window.getSelection().removeAllRanges();
              const groups = new Map();
              let next = 0;
              for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
                if (e.disabled || e.type === 'hidden' || e.tabIndex < 0 || !e.checkVisibility()) continue;
                const group = e.type === 'radio' ? e.form?.action + ' ' + e.name : null;
                if (group === null || !groups.has(group)) groups.set(group ?? e, next++);
                e.dataset.stop = groups.get(group ?? e);
              }
              return [...document.querySelectorAll('[data-stop]')]
                .map((e) => ({ stop: Number(e.dataset.stop), what: e.outerHTML.slice(0, 120) }));
            }""";

    /** What has the focus, and whether that can be seen on it or on its label. */
    private static final String FOCUS =
            """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return { stop: -1, seen: true };
              const marked = (style) => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px')
                || style.boxShadow !== 'none';
              const label = e.labels?.[0];
              const seen = marked(getComputedStyle(e))
                || (label && (marked(getComputedStyle(label)) || marked(getComputedStyle(label, '::before'))));
              return { stop: Number(e.dataset.stop ?? -2), seen: Boolean(seen) };
            }""";

    private static final int SPARE = 20;

    private Tabbing() {}

    @SuppressWarnings("unchecked")
    static List<String> through(Page page, String name) {
        var all = (List<Map<String, Object>>) page.evaluate(NUMBER);
        var met = new HashSet<Object>();
        var seen = new HashSet<Object>();
        // A date has a stop for each of its parts; beyond the last the focus leaves the page.
        for (int tabs = 0; tabs < all.size() + SPARE; tabs++) {
            page.keyboard().press("Tab");
            var focus = (Map<String, Object>) page.evaluate(FOCUS);
            met.add(focus.get("stop"));
            if (Boolean.TRUE.equals(focus.get("seen"))) {
                seen.add(focus.get("stop"));
            }
        }
        page.evaluate("() => document.activeElement?.blur()");
        return found(name, all, met, seen);
    }

    private static List<String> found(
            String name, List<Map<String, Object>> all, Set<Object> met, Set<Object> seen) {
        var found = new ArrayList<String>();
        for (var each : all) {
            if (!met.contains(each.get("stop"))) {
                found.add(name + ": tab never reaches " + each.get("what"));
            } else if (!seen.contains(each.get("stop"))) {
                found.add(name + ": the focus is not seen on " + each.get("what"));
            }
        }
        return found;
    }
}
