package health.stillwater.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** Stripe says no, in its own form. */
final class FakeStripeRefusal extends RuntimeException {

    private final int status;
    private final transient ObjectNode body;

    private FakeStripeRefusal(int status, String type, String code, String message) {
        super(message);
        this.status = status;
        this.body = Memory.JSON.createObjectNode();
        var error = body.putObject("error");
        error.put("type", type).put("code", code).put("message", message);
        error.put("doc_url", "https://docs.stripe.com/error-codes/" + code.replace('_', '-'));
    }

    static FakeStripeRefusal invalid(String code, String message, String param) {
        var refusal = new FakeStripeRefusal(400, "invalid_request_error", code, message);
        refusal.body.withObject("/error").put("param", param);
        return refusal;
    }

    static FakeStripeRefusal missing(String object, String id) {
        var name = object.replace('_', ' ');
        return new FakeStripeRefusal(
                404,
                "invalid_request_error",
                "resource_missing",
                "No such " + name + ": '" + id + "'");
    }

    static FakeStripeRefusal declined() {
        var refusal =
                new FakeStripeRefusal(
                        402, "card_error", "card_declined", "Your card was declined.");
        refusal.body.withObject("/error").put("decline_code", "generic_decline");
        return refusal;
    }

    static FakeStripeRefusal keyReused(String key) {
        return new FakeStripeRefusal(
                400,
                "idempotency_error",
                "idempotency_error",
                "Keys for idempotent requests can only be used with the same parameters they were first used with."
                        + " Try using a key other than '"
                        + key
                        + "' if you meant to execute a different request.");
    }

    static FakeStripeRefusal unauthorized() {
        return new FakeStripeRefusal(
                401, "invalid_request_error", "api_key_invalid", "Invalid API Key provided.");
    }

    /** What a status alone says, when Stripe is told to fail. */
    static FakeStripeRefusal failing(int status) {
        return status == 429
                ? new FakeStripeRefusal(
                        429,
                        "invalid_request_error",
                        "rate_limit",
                        "Request rate limit exceeded. Learn more about rate limits.")
                : new FakeStripeRefusal(
                        status,
                        "api_error",
                        "api_error",
                        "An unknown error occurred. It is us, not you.");
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return body;
    }
}
