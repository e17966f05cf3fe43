package health.stillwater.licensing;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** How a credential stood, from when until when. The database writes it; here it is only read. */
@Entity
@Immutable
@Table(schema = "licensing", name = "term")
class Term {

    @Id private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "credential_id")
    private Credential credential;

    private Instant fromAt;

    private @Nullable Instant untilAt;

    private String toldByKind;

    @Embedded private Stand stand;

    @SuppressWarnings("NullAway.Init")
    protected Term() {} // for Hibernate

    /** The credential as it stood then. */
    Held heldAt(Instant at, @Nullable Instant seenAt) {
        return new Held(credential.kind(), credential.state(), stand.at(at), seenAt);
    }

    CredentialId credentialId() {
        return credential.id();
    }

    TermView view() {
        return new TermView(
                credential.id(),
                credential.kind(),
                credential.state(),
                fromAt,
                untilAt,
                stand.number(),
                stand.status(),
                stand.validFrom(),
                stand.expiresOn(),
                stand.renewalUntil(),
                Boolean.TRUE.equals(stand.encumbered()),
                toldByKind.equals("COMPLIANCE"));
    }
}
