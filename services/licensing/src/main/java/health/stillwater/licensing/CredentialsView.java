package health.stillwater.licensing;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a physician holds, and what is missing.
 *
 * @param servable where the physician may prescribe right now
 * @param missing whole credentials that are needed where a license is held and were never
 *     registered, in words
 * @param access the latest access to electronic signing; null when none was ever entered
 * @param signing why the physician may not sign electronically, in words; empty when they may
 */
public record CredentialsView(
        PhysicianId physician,
        String name,
        String npi,
        Set<UsState> servable,
        List<CredentialRow> credentials,
        List<String> missing,
        @Nullable SigningAccessView access,
        String signing) {}
