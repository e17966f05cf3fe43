package health.stillwater.licensing;

import health.stillwater.rulebook.CredentialStatus;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Watches what ends: warns before it, each time once, and when it has ended draws the same
 * consequences as if its source had said so.
 */
@Service
class Endings {

    private static final List<Integer> WARNINGS = List.of(7, 30, 60, 90);

    /** A day of slack: where each one's day ends is judged later, one by one. */
    private static final String TO_LOOK_AT =
            """
            select c.id from licensing.credential c
            where exists (
                select from (values ('DAYS_90', 90), ('DAYS_60', 60), ('DAYS_30', 30), ('DAYS_7', 7), ('ENDED', -1))
                    as due (about, days)
                where c.expires_on <= cast(:today as date) + due.days + 1
                and not exists (select from licensing.notice n
                    where n.credential_id = c.id and n.about = due.about and n.of_day = c.expires_on))
            or c.suspended_from <= :now
                and not exists (select from licensing.notice n where n.credential_id = c.id
                    and n.about = 'SUSPENDED' and n.of_day = cast(c.suspended_from at time zone 'UTC' as date))
            """;

    private final Credentials credentials;
    private final Signers signers;
    private final Standing standing;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Endings(
            Credentials credentials,
            Signers signers,
            Standing standing,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.credentials = credentials;
        this.signers = signers;
        this.standing = standing;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that may have something to be told of. */
    @Transactional(readOnly = true)
    public List<CredentialId> candidates() {
        var now = clock.instant();
        return jdbc.sql(TO_LOOK_AT)
                .param("today", Date.valueOf(day(now)))
                .param("now", Timestamp.from(now))
                .query((row, _) -> new CredentialId(row.getObject(1, UUID.class)))
                .list();
    }

    @Transactional
    public void look(CredentialId id) {
        credentials
                .locked(id)
                .ifPresent(
                        credential -> {
                            warn(credential);
                            tellLoss(credential);
                            follow(credential);
                            credentials.saveAndFlush(credential);
                        });
    }

    /** What rests on a credential goes with it. */
    void follow(Credential credential) {
        var physician = credential.physician();
        if (physician != null) {
            signers.hold(physician, credentials.findByPhysicianOrderByStateAscKindAsc(physician));
        }
    }

    boolean isOver(Credential credential) {
        return standing.isOver(credential);
    }

    /** Only the nearest warning is told: whoever comes late, comes for the others as well. */
    private void warn(Credential credential) {
        var end = credential.end();
        var left = standing.daysLeft(credential);
        if (end.isEmpty() || left.isEmpty()) {
            return;
        }
        var told =
                WARNINGS.stream()
                        .filter(days -> left.get() <= days)
                        .filter(days -> isNews(credential, "DAYS_" + days, end.get()))
                        .toList();
        var nearest = WARNINGS.stream().filter(days -> left.get() <= days).findFirst();
        nearest.filter(told::contains)
                .filter(_ -> left.get() >= 0)
                .ifPresent(days -> events.publishEvent(ending(credential, days, end.get())));
    }

    private CredentialEnding ending(Credential credential, int days, LocalDate end) {
        return new CredentialEnding(
                credential.id(),
                credential.physician(),
                credential.pharmacy(),
                days,
                end,
                clock.instant());
    }

    /**
     * The end of the last day, and the beginning of an announced suspension, are news themselves;
     * unless the source told already that it is not in force.
     */
    private void tellLoss(Credential credential) {
        var now = clock.instant();
        var active = credential.stand().status() == CredentialStatus.ACTIVE;
        var from = credential.stand().suspendedFrom();
        var suspended =
                from != null && !now.isBefore(from) && isNews(credential, "SUSPENDED", day(from));
        var ended =
                standing.isOver(credential)
                        && credential
                                .end()
                                .filter(end -> isNews(credential, "ENDED", end))
                                .isPresent();
        if (active && (suspended || ended)) {
            credential.isLost(now);
        }
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Notes that it is told; whoever notes it first tells it. */
    private boolean isNews(Credential credential, String about, LocalDate day) {
        return jdbc.sql(
                                "insert into licensing.notice (credential_id, about, of_day, told_at) values (?, ?, ?, ?)"
                                        + " on conflict do nothing")
                        .param(credential.id().value())
                        .param(about)
                        .param(Date.valueOf(day))
                        .param(Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
