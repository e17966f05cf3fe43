package health.stillwater.licensing;

import health.stillwater.kernel.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two ends of a question to a board, each in a transaction of its own; the call stands between
 * them.
 */
@Service
class Verification {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final Duration SOONEST = Duration.ofSeconds(15);
    private static final Duration LATEST = Duration.ofHours(1);

    private final Credentials credentials;
    private final JdbcClient jdbc;
    private final Clock clock;

    Verification(Credentials credentials, JdbcClient jdbc, Clock clock) {
        this.credentials = credentials;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that it is being asked, before anybody is. */
    @Transactional
    BoardQuestion isAsked(CredentialId id) {
        var credential = locked(id);
        credential.isAsked(clock.instant());
        return credentials.save(credential).question();
    }

    /** Keeps what came of it; when to ask again, if it must be asked again soon. */
    @Transactional
    Optional<Instant> hears(CredentialId id, BoardAnswer answer) {
        var now = clock.instant();
        var credential = locked(id);
        var useless =
                switch (answer) {
                    case BoardAnswer.Silent silent -> Optional.of(silent.why());
                    case BoardAnswer.Told told when credential.knowsBetterThan(told) ->
                            Optional.of("an answer older than the last one");
                    case BoardAnswer.Told told -> {
                        credential.hears(told, now);
                        keep(id, told, now);
                        yield Optional.<String>empty();
                    }
                };
        useless.ifPresent(
                why -> {
                    LOG.warn("Credential {}: its source gave {}; it will be asked again.", id, why);
                    credential.hearsNothing(now);
                });
        credentials.save(credential);
        return useless.map(_ -> now.plus(pause(credential, now)));
    }

    /** The longer the silence, the longer the pause. */
    private static Duration pause(Credential credential, Instant now) {
        var since = credential.silentSince();
        var silence = since == null ? Duration.ZERO : Duration.between(since, now);
        if (silence.compareTo(SOONEST) < 0) {
            return SOONEST;
        }
        return silence.compareTo(LATEST) > 0 ? LATEST : silence;
    }

    private void keep(CredentialId id, BoardAnswer.Told told, Instant now) {
        jdbc.sql(
                        "insert into licensing.confirmation"
                                + " (credential_id, source, evidence_id, seen_at, status, encumbered, expires_on, kept_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(told.evidence().source())
                .param(told.evidence().id())
                .param(Timestamp.from(told.evidence().seenAt()))
                .param(told.status().name())
                .param(told.encumbered())
                .param(told.expiresOn())
                .param(Timestamp.from(now))
                .update();
    }

    private Credential locked(CredentialId id) {
        return credentials.locked(id).orElseThrow(() -> new Refusal.Missing("Credential " + id));
    }
}
