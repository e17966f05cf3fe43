package health.stillwater.licensing;

import java.util.List;

/** One credential and every question to its source, the latest first. */
public record CredentialView(CredentialRow row, List<VerificationView> verifications) {}
