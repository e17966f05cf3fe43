package health.stillwater.licensing;

import health.stillwater.kernel.UsState;

/** Which credential a source is asked about. */
record BoardQuestion(CredentialKind kind, UsState state, String number) {}
