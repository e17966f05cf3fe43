package health.stillwater.rulebook;

import java.util.Locale;
import tools.jackson.databind.annotation.EnumNaming;

/** The track a patient is treated on. */
@EnumNaming(LowerCaseNames.class)
public enum Indication {
    DEPRESSION,
    ANXIETY,
    PTSD,
    CHRONIC_PAIN,
    CRPS;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** Its name in the configuration: {@code chronic_pain}. */
    public String code() {
        return code;
    }
}
