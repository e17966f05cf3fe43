package health.stillwater.licensing;

import java.util.List;

/**
 * Everything about one holder.
 *
 * @param history how each credential stood, the latest first
 * @param access every access to signing a physician had, the latest first
 */
public record HolderView(
        Holder holder,
        String name,
        List<CredentialRow> credentials,
        List<TermView> history,
        List<SigningAccessView> access) {}
