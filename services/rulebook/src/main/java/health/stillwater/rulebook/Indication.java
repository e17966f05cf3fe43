package health.stillwater.rulebook;

import tools.jackson.databind.annotation.EnumNaming;

/** The track a patient is treated on. */
@EnumNaming(LowerCaseNames.class)
public enum Indication {
    DEPRESSION,
    ANXIETY,
    PTSD,
    CHRONIC_PAIN,
    CRPS
}
