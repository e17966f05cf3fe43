package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts and their cards, each step a transaction of its own. */
@Component
@Transactional
class CardFile {

    private final Accounts accounts;
    private final PlanFile plans;
    private final Diary diary;
    private final Clock clock;

    CardFile(Accounts accounts, PlanFile plans, Diary diary, Clock clock) {
        this.accounts = accounts;
        this.plans = plans;
        this.diary = diary;
        this.clock = clock;
    }

    Account open(PatientId patient, String email) {
        var account =
                accounts.lock(patient)
                        .orElseGet(() -> Account.open(patient, email, clock.instant()));
        account.reachedAt(email);
        return accounts.save(account);
    }

    void isAtStripe(PatientId patient, String customer) {
        var account = locked(patient);
        account.isAtStripe(customer);
        accounts.save(account);
    }

    void sentTo(PatientId patient, String session) {
        var account = locked(patient);
        account.sentTo(session, clock.instant());
        accounts.save(account);
    }

    @Transactional(readOnly = true)
    Optional<String> openSession(PatientId patient) {
        return accounts.findById(patient).flatMap(account -> account.openSession(clock.instant()));
    }

    /**
     * A card that Stripe keeps. What waited for it goes on. Answers whose it is, if anybody's of
     * ours.
     */
    Optional<PatientId> keep(SavedCard saved) {
        var owner = accounts.patientAtStripe(saved.customer());
        if (owner.isEmpty()) {
            diary.alarm(
                    null, "a card was saved for a customer we do not know: " + saved.customer());
            return owner;
        }
        var account = locked(owner.get());
        if (account.keeps(saved, clock.instant())) {
            diary.note(account.patient(), "Card saved, nothing charged", saved.id());
            plans.cardSaved(account.patient());
        }
        accounts.save(account);
        return owner;
    }

    private Account locked(PatientId patient) {
        return accounts.lock(patient).orElseThrow(() -> new Refusal.Missing("The account"));
    }
}
