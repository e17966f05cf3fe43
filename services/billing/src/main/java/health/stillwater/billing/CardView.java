package health.stillwater.billing;

import org.jspecify.annotations.Nullable;

/**
 * The card on file, as far as anybody may see it.
 *
 * @param onFile whether there is one; without it the other parts are absent
 * @param brand as the issuer names itself: {@code visa}
 * @param expires month and year: {@code 04/2029}
 */
public record CardView(
        boolean onFile, @Nullable String brand, @Nullable String last4, @Nullable String expires) {

    static final CardView NONE = new CardView(false, null, null, null);
}
