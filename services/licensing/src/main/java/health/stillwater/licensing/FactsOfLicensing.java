package health.stillwater.licensing;

import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.PharmacyFacts;
import health.stillwater.rulebook.PrescriberFacts;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says to the gate what is known of holders and what they hold. A credential without evidence has
 * no status.
 */
final class FactsOfLicensing {

    private FactsOfLicensing() {}

    /**
     * @param held the physician's credentials that have begun
     */
    static Facts of(Physician physician, Collection<Credential> held) {
        return Facts.none()
                .with(
                        new PrescriberFacts(
                                physician.id().toString(),
                                physician.name(),
                                physician.practiceState().name(),
                                byState(held, CredentialKind.LICENSE, Credential::license),
                                byState(held, CredentialKind.DEA, Credential::dea),
                                byState(held, CredentialKind.CDS, Credential::cds),
                                null,
                                null,
                                null,
                                null));
    }

    /**
     * @param held the pharmacy's credentials that have begun
     */
    static Facts of(Pharmacy pharmacy, Collection<Credential> held) {
        var licenses = byState(held, CredentialKind.PHARMACY_LICENSE, Function.identity());
        var home = licenses.get(pharmacy.homeState().name());
        var dea =
                byState(held, CredentialKind.PHARMACY_DEA, Credential::registration)
                        .get(pharmacy.homeState().name());
        return Facts.none()
                .with(
                        new PharmacyFacts(
                                pharmacy.id().toString(),
                                pharmacy.name(),
                                pharmacy.homeState().name(),
                                home == null ? null : home.registration(),
                                byState(
                                        held,
                                        CredentialKind.PHARMACY_REGISTRATION,
                                        Credential::registration),
                                dea,
                                pharmacy.compoundingCompetent(),
                                pharmacy.epcsCapable(),
                                suspended(home)));
    }

    /**
     * A pharmacy is suspended when its home license is; that is not known before the home state has
     * spoken.
     */
    private static @Nullable Boolean suspended(@Nullable Credential home) {
        var status = home == null ? null : home.status();
        if (status == null) {
            return null;
        }
        return switch (status) {
            case SUSPENDED, REVOKED, SURRENDERED -> true;
            case ACTIVE, EXPIRED, NONE -> false;
        };
    }

    private static <T> Map<String, T> byState(
            Collection<Credential> held, CredentialKind kind, Function<Credential, T> as) {
        var byState = new TreeMap<String, T>();
        held.stream()
                .filter(credential -> credential.kind() == kind)
                .forEach(
                        credential -> byState.put(credential.state().name(), as.apply(credential)));
        return byState;
    }
}
