package health.stillwater.kernel;

import jakarta.persistence.Embeddable;
import java.util.Locale;

/**
 * An amount of United States dollars, in whole cents.
 *
 * @param cents minor units, as Stripe counts them; negative only for what flows back
 */
@Embeddable
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money dollars(long dollars) {
        return new Money(Math.multiplyExact(dollars, 100L));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** As a person reads it: {@code $250.00}. */
    @Override
    public String toString() {
        return String.format(
                Locale.US,
                "%s$%,d.%02d",
                cents < 0 ? "-" : "",
                Math.abs(cents) / 100,
                Math.abs(cents) % 100);
    }
}
