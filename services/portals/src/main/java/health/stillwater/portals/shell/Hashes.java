package health.stillwater.portals.shell;

/** A hash as people compare it: its beginning, in groups of four. */
public final class Hashes {

    private static final int SHOWN = 32;

    private Hashes() {}

    public static String brief(String hex) {
        return hex.substring(0, Math.min(SHOWN, hex.length())).replaceAll("(.{4})(?!$)", "$1 ");
    }
}
