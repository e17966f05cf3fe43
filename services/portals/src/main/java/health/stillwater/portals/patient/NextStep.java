package health.stillwater.portals.patient;

import org.jspecify.annotations.Nullable;

/**
 * The one thing to do now, or the one thing to wait for.
 *
 * @param kicker whose turn it is
 * @param address where the button leads; null when there is nothing to press
 * @param post whether pressing it does something, rather than opening a page
 */
public record NextStep(
        String kicker,
        String title,
        String text,
        @Nullable String address,
        String button,
        boolean post) {

    private static final String YOURS = "Next step, yours";
    private static final String OURS = "Nothing to do for you now";

    static NextStep open(String title, String text, String address, String button) {
        return new NextStep(YOURS, title, text, address, button, false);
    }

    static NextStep send(String title, String text, String address, String button) {
        return new NextStep(YOURS, title, text, address, button, true);
    }

    static NextStep wait(String title, String text) {
        return new NextStep(OURS, title, text, null, "", false);
    }
}
