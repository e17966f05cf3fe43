package health.stillwater.portals.compliance;

import health.stillwater.rulebook.RowView;

/** The parts the rulebook can be read in. */
public enum Asked {
    ALL("all", "All rows"),
    TODAY("asked", "Asked today"),
    NOT_YET("not-yet", "Not asked yet");

    private final String code;
    private final String title;

    Asked(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** As it stands in the address. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** The part of this name; all rows for any other. */
    static Asked of(String code) {
        for (var part : values()) {
            if (part.code.equals(code)) {
                return part;
            }
        }
        return ALL;
    }

    boolean holds(RowView row) {
        return switch (this) {
            case ALL -> true;
            case TODAY -> row.enabled();
            case NOT_YET -> !row.enabled();
        };
    }
}
