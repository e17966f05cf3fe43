package health.stillwater.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one row, all of which must hold. A failure outweighs what is not known, and that
 * outweighs a pass; every one that does not hold is told. Texts are put together only when
 * something is wrong.
 */
final class Checks {

    private final Matter matter;
    private Answer answer = Answer.PASS;
    private @Nullable StringBuilder reasons;
    private @Nullable String place;

    Checks(Matter matter) {
        this.matter = matter;
    }

    /** Names the state that the next checks are about. */
    Checks in(@Nullable String state) {
        place = state;
        return this;
    }

    Checks that(boolean holds, String claim) {
        if (!holds) {
            fail(claim, null);
        }
        return this;
    }

    Checks yes(@Nullable Boolean fact, String claim) {
        if (fact == null) {
            unknown(claim);
        } else if (!fact) {
            fail(claim, null);
        }
        return this;
    }

    Checks no(@Nullable Boolean fact, String claim) {
        if (fact == null) {
            unknown(claim);
        } else if (fact) {
            fail(claim, null);
        }
        return this;
    }

    <T> Checks same(@Nullable T fact, @Nullable T expected, String claim) {
        if (fact == null || expected == null) {
            unknown(claim);
        } else if (!fact.equals(expected)) {
            fail(claim, fact instanceof Enum<?> ? fact : null);
        }
        return this;
    }

    <T> Checks oneOf(@Nullable T fact, @Nullable Collection<T> allowed, String claim) {
        if (fact == null || allowed == null) {
            unknown(claim);
        } else if (!allowed.contains(fact)) {
            fail(claim, fact);
        }
        return this;
    }

    Checks atLeast(@Nullable Integer fact, @Nullable Integer least, String claim) {
        if (fact == null || least == null) {
            unknown(claim);
        } else if (fact < least) {
            fail(claim, fact);
        }
        return this;
    }

    Checks atMost(@Nullable Integer fact, @Nullable Integer most, String claim) {
        if (fact == null || most == null) {
            unknown(claim);
        } else if (fact > most) {
            fail(claim, fact);
        }
        return this;
    }

    /** The first date is the second or an earlier one. */
    Checks notAfter(@Nullable LocalDate date, @Nullable LocalDate limit, String claim) {
        if (date == null || limit == null) {
            unknown(claim);
        } else if (date.isAfter(limit)) {
            fail(claim, date);
        }
        return this;
    }

    /** Valid through the end of its last day. */
    Checks unexpired(@Nullable LocalDate today, @Nullable LocalDate lastDay, String claim) {
        if (today == null || lastDay == null) {
            unknown(claim);
        } else if (today.isAfter(lastDay)) {
            fail(claim, lastDay);
        }
        return this;
    }

    /** A text that is there and not empty. */
    Checks written(@Nullable String fact, String claim) {
        if (fact == null) {
            unknown(claim);
        } else if (fact.isBlank()) {
            fail(claim, null);
        }
        return this;
    }

    /** Something binding from an instant on has not begun; no instant means it never does. */
    Checks notYet(@Nullable Instant from, String claim) {
        if (from != null && !from.isAfter(matter.at())) {
            fail(claim, from);
        }
        return this;
    }

    /**
     * Whether what was seen at this instant may still be read; the configuration says for how long.
     * What is too old, or dated in the future, or undated, is unknown, and the caller does not read
     * it.
     */
    boolean fresh(@Nullable Instant seen, Freshness.Of kind, String what) {
        var most = matter.limit(kind);
        if (seen == null || most == null) {
            unknown(what);
            return false;
        }
        // Whole seconds answer most, and make nothing: this is asked twenty times a judgement.
        var apart = matter.at().getEpochSecond() - seen.getEpochSecond();
        if (0 < apart && apart < most.getSeconds()) {
            return true;
        }
        if (seen.isAfter(matter.at())) {
            unknown(what + " is dated later than now; its value");
            return false;
        }
        if (matter.at().minus(most).isAfter(seen)) {
            var age = Duration.between(seen, matter.at());
            unknown(
                    what
                            + " was seen "
                            + Ages.words(age)
                            + " ago and is good for "
                            + Ages.words(most)
                            + "; its value now");
            return false;
        }
        return true;
    }

    /** The same for what is good for calendar months, counted in the patient's dates. */
    boolean freshMonths(@Nullable Instant seen, @Nullable Integer months, String what) {
        var oldest = months == null ? null : matter.startOfMonthsAgo(months);
        if (seen == null || oldest == null) {
            unknown(what);
            return false;
        }
        if (seen.isAfter(matter.at())) {
            unknown(what + " is dated later than now; its value");
            return false;
        }
        if (seen.isBefore(oldest)) {
            unknown(
                    what
                            + " is of "
                            + matter.localDate(seen)
                            + " and is good for "
                            + months
                            + " months; its value now");
            return false;
        }
        return true;
    }

    /** The same for what is good for the patient's day. */
    boolean freshToday(@Nullable Instant seen, String what) {
        var midnight = matter.startOfMonthsAgo(0);
        if (seen == null || midnight == null) {
            unknown(what);
            return false;
        }
        if (seen.isAfter(matter.at()) || seen.isBefore(midnight)) {
            unknown(
                    what
                            + " is of "
                            + matter.localDate(seen)
                            + " and is good for the same day; its value now");
            return false;
        }
        return true;
    }

    Checks unknown(String what) {
        if (answer == Answer.PASS) {
            answer = Answer.UNKNOWN;
        }
        tell(what).append(": not known");
        return this;
    }

    Finding finding() {
        return reasons == null ? Finding.PASS : new Finding(answer, reasons.toString());
    }

    private void fail(String claim, @Nullable Object found) {
        answer = Answer.FAIL;
        var text = tell(claim).append(": no");
        if (found != null) {
            text.append(" (").append(Ages.plain(found)).append(')');
        }
    }

    private StringBuilder tell(String what) {
        if (reasons == null) {
            reasons = new StringBuilder();
        } else {
            reasons.append("; ");
        }
        reasons.append(what);
        return place == null ? reasons : reasons.append(" in ").append(place);
    }
}
