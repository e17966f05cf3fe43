package health.stillwater.licensing;

import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.OrganisationFacts;
import health.stillwater.rulebook.PharmacyFacts;
import health.stillwater.rulebook.PrescriberFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says to the gate what is known of holders and what they hold. A credential without evidence has
 * no status. Each is given those credentials that have begun.
 */
final class FactsOfLicensing {

    private FactsOfLicensing() {}

    /**
     * @param access the physician's latest access to signing
     */
    static Facts of(
            Physician physician,
            Collection<Held> held,
            Optional<SigningAccess> access,
            Instant at) {
        return Facts.none()
                .with(
                        new PrescriberFacts(
                                physician.id().toString(),
                                physician.name(),
                                physician.practiceState().name(),
                                licenses(held),
                                byState(held, CredentialKind.DEA, Held::dea),
                                byState(held, CredentialKind.CDS, Held::cds),
                                one(held, CredentialKind.FLORIDA_PROFILE)
                                        .map(Held::floridaProfile)
                                        .orElse(null),
                                epcs(one(held, CredentialKind.SIGNING_CREDENTIAL), access, at),
                                null,
                                null));
    }

    /** Who has a state's license needs no leave to treat from outside. */
    private static Map<String, PrescriberFacts.License> licenses(Collection<Held> held) {
        var licenses = byState(held, CredentialKind.TELEHEALTH_REGISTRATION, Held::license);
        licenses.putAll(byState(held, CredentialKind.LICENSE, Held::license));
        return licenses;
    }

    private static PrescriberFacts.@Nullable Epcs epcs(
            Optional<Held> signing, Optional<SigningAccess> access, Instant at) {
        return access.map(granted -> granted.facts(signing.orElse(null), at))
                .or(() -> signing.map(FactsOfLicensing::withoutAccess))
                .orElse(null);
    }

    private static PrescriberFacts.Epcs withoutAccess(Held signing) {
        return new PrescriberFacts.Epcs(
                signing.identityProofed(),
                signing.secondFactor(),
                null,
                null,
                null,
                null,
                signing.seenAt());
    }

    static Facts of(Pharmacy pharmacy, Collection<Held> held) {
        var licenses = byState(held, CredentialKind.PHARMACY_LICENSE, Function.identity());
        var home = licenses.get(pharmacy.homeState().name());
        var dea =
                byState(held, CredentialKind.PHARMACY_DEA, Held::registration)
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
                                        Held::registration),
                                dea,
                                pharmacy.compoundingCompetent(),
                                pharmacy.epcsCapable(),
                                suspended(home)));
    }

    static Facts of(Organization organization, Collection<Held> held) {
        return Facts.none()
                .with(
                        new OrganisationFacts(
                                organization.name(),
                                byState(
                                        held,
                                        CredentialKind.ORGANIZATION_REGISTRATION,
                                        Held::registration)));
    }

    /**
     * A pharmacy is suspended when its home license is; that is not known before the home state has
     * spoken.
     */
    private static @Nullable Boolean suspended(@Nullable Held home) {
        var status = home == null ? null : home.stand().status();
        return switch (status) {
            case null -> null;
            case SUSPENDED, REVOKED, SURRENDERED -> true;
            case ACTIVE, EXPIRED, NONE -> false;
        };
    }

    private static Optional<Held> one(Collection<Held> held, CredentialKind kind) {
        return held.stream().filter(each -> each.kind() == kind).findFirst();
    }

    private static <T> Map<String, T> byState(
            Collection<Held> held, CredentialKind kind, Function<Held, T> as) {
        var byState = new TreeMap<String, T>();
        for (var each : held) {
            var state = each.state();
            if (each.kind() == kind && state != null) {
                byState.put(state.name(), as.apply(each));
            }
        }
        return byState;
    }
}
