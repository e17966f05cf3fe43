package health.stillwater.rulebook;

import tools.jackson.databind.annotation.EnumNaming;

/** How a credential stands at its source; {@code NONE}: the source was asked and there is none. */
@EnumNaming(LowerCaseNames.class)
public enum CredentialStatus {
    ACTIVE,
    EXPIRED,
    SUSPENDED,
    REVOKED,
    SURRENDERED,
    NONE
}
