package health.stillwater.billing;

import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * One line in the list of accounts.
 *
 * @param reference what Stripe knows the account by
 * @param stage where the plan stands; absent when there is none yet
 * @param attention what a person should do about it; absent when nothing
 */
public record AccountRow(
        PatientId patient,
        String email,
        String reference,
        boolean cardOnFile,
        @Nullable Stage stage,
        Money paid,
        @Nullable String attention) {}
