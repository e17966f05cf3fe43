package health.stillwater.licensing;

import health.stillwater.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final Confirmations confirmations;
    private final Endings endings;
    private final Clock clock;

    Verification(
            Credentials credentials, Confirmations confirmations, Endings endings, Clock clock) {
        this.credentials = credentials;
        this.confirmations = confirmations;
        this.endings = endings;
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
                        credential.hears(told, endings.isOver(credential), now);
                        confirmations.keep(id, told, now);
                        yield Optional.<String>empty();
                    }
                };
        useless.ifPresent(
                why -> {
                    LOG.warn("Credential {}: its source gave {}; it will be asked again.", id, why);
                    credential.hearsNothing(now);
                    confirmations.keepSilence(id, credential.question(), why, now);
                });
        credentials.saveAndFlush(credential);
        endings.follow(credential);
        return useless.map(_ -> now.plus(pause(credential, now)));
    }

    /** The longer the silence, the longer the pause. */
    private static Duration pause(Credential credential, Instant now) {
        var since = credential.silentSince();
        var silence = since == null ? Duration.ZERO : Duration.between(since, now);
        return Duration.ofMillis(
                Math.clamp(silence.toMillis(), SOONEST.toMillis(), LATEST.toMillis()));
    }

    private Credential locked(CredentialId id) {
        return credentials.locked(id).orElseThrow(() -> new Refusal.Missing("Credential " + id));
    }
}
