package health.stillwater.licensing;

import health.stillwater.kernel.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes physicians and pharmacies into the program, and puts everything they say they hold to its
 * source.
 */
@Component
class Registry {

    private final Physicians physicians;
    private final Pharmacies pharmacies;
    private final Organizations organizations;
    private final Credentials credentials;
    private final Asking asking;
    private final JdbcClient jdbc;
    private final Clock clock;

    Registry(
            Physicians physicians,
            Pharmacies pharmacies,
            Organizations organizations,
            Credentials credentials,
            Asking asking,
            JdbcClient jdbc,
            Clock clock) {
        this.physicians = physicians;
        this.pharmacies = pharmacies;
        this.organizations = organizations;
        this.credentials = credentials;
        this.asking = asking;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void register(NewPhysician told) {
        oneOfAKind(told.credentials());
        var now = clock.instant();
        try {
            physicians.saveAndFlush(new Physician(told, now));
        } catch (DataIntegrityViolationException known) {
            throw new Refusal.Overtaken("This physician, or this NPI, is registered already.");
        }
        told.credentials().forEach(held -> keep(Holder.of(told.id()), held, now));
    }

    void register(NewPharmacy told) {
        oneOfAKind(told.credentials());
        for (var held : told.credentials()) {
            var home = held.state() == told.homeState();
            if (home == held instanceof NewCredential.PharmacyRegistration) {
                throw new IllegalArgumentException(
                        "a license and DEA at home, registrations elsewhere: " + held);
            }
        }
        var now = clock.instant();
        try {
            pharmacies.saveAndFlush(new Pharmacy(told, now));
        } catch (DataIntegrityViolationException known) {
            throw new Refusal.Overtaken("This pharmacy is registered already.");
        }
        jdbc.sql("insert into licensing.pharmacy_secret (pharmacy_id, secret) values (?, ?)")
                .param(told.id().value())
                .param(told.webhookSecret())
                .update();
        told.credentials().forEach(held -> keep(Holder.of(told.id()), held, now));
    }

    void register(NewOrganization told) {
        oneOfAKind(told.credentials());
        var now = clock.instant();
        try {
            organizations.saveAndFlush(new Organization(told, now));
        } catch (DataIntegrityViolationException known) {
            throw new Refusal.Overtaken("The organization is registered already.");
        }
        told.credentials().forEach(held -> keep(Holder.of(told.id()), held, now));
    }

    /** A new credential, or a new number in the place of an old one. */
    CredentialId record(Holder holder, NewCredential told, Optional<Credential> inItsPlace) {
        var now = clock.instant();
        if (inItsPlace.isEmpty()) {
            var kept = keep(holder, told, now);
            kept.isRecorded(now);
            return credentials.saveAndFlush(kept).id();
        }
        var known = inItsPlace.get();
        known.isReplaced(told, now);
        credentials.saveAndFlush(known);
        keepPaper(known.id(), told.evidence(), now);
        asking.now(known.id());
        return known.id();
    }

    private static void oneOfAKind(List<NewCredential> held) {
        var seen = new HashSet<>();
        for (var credential : held) {
            var kind = CredentialKind.of(credential);
            var distinct = kind == CredentialKind.BOARD_CERTIFICATION ? credential.number() : "";
            if (!seen.add(Arrays.asList(kind, credential.state(), distinct))) {
                throw new IllegalArgumentException("two of a kind in one state: " + credential);
            }
        }
    }

    private Credential keep(Holder holder, NewCredential told, Instant now) {
        var kept = credentials.saveAndFlush(new Credential(holder, told, now));
        keepPaper(kept.id(), told.evidence(), now);
        asking.now(kept.id());
        return kept;
    }

    /** A paper proves nothing; it is kept, and the source is asked. */
    void keepPaper(CredentialId credential, @Nullable Evidence brought, Instant now) {
        if (brought != null) {
            jdbc.sql(
                            "insert into licensing.confirmation (credential_id, source, evidence_id, seen_at, kept_at)"
                                    + " values (?, ?, ?, ?, ?)")
                    .param(credential.value())
                    .param(brought.source())
                    .param(brought.id())
                    .param(Timestamp.from(brought.seenAt()))
                    .param(Timestamp.from(now))
                    .update();
        }
    }
}
