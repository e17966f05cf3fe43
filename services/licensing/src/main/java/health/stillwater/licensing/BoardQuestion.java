package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import org.jspecify.annotations.Nullable;

/** Which credential a source is asked about; a national one belongs to no state. */
record BoardQuestion(CredentialKind kind, @Nullable UsState state, String number) {

    /** How the register calls the place. */
    String where() {
        return state == null ? "US" : state.name();
    }
}
