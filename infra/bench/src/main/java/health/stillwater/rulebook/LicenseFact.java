package health.stillwater.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One license, as the fact of a rule engine. */
public record LicenseFact(
        String physician,
        String state,
        boolean active,
        boolean encumbered,
        boolean physicians,
        long until,
        long suspendedFrom,
        long seen) {

    static List<LicenseFact> of(World world) {
        var all = new ArrayList<LicenseFact>();
        for (var physician : world.physicians.values()) {
            for (var entry : Objects.requireNonNull(physician.licenses()).entrySet()) {
                all.add(of(physician, entry.getKey(), entry.getValue()));
            }
        }
        return all;
    }

    private static LicenseFact of(
            PrescriberFacts physician, String state, PrescriberFacts.License license) {
        var type = license.type();
        return new LicenseFact(
                Objects.requireNonNull(physician.id()),
                state,
                license.status() == CredentialStatus.ACTIVE,
                Boolean.TRUE.equals(license.encumbered()),
                type == PrescriberFacts.LicenseType.MD || type == PrescriberFacts.LicenseType.DO,
                Ask.day(license.expiresOn()),
                Ask.second(license.suspendedFrom(), Long.MAX_VALUE),
                Ask.second(license.observedAt(), Long.MIN_VALUE / 4));
    }

    /** By which a rule engine may index. */
    public String getPhysician() {
        return physician;
    }

    /** By which a rule engine may index. */
    public String getState() {
        return state;
    }
}
