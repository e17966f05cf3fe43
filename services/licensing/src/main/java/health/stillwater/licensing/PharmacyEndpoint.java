package health.stillwater.licensing;

import java.net.URI;

/** Where a pharmacy hears of orders, and the secret the messages are signed with. */
public record PharmacyEndpoint(URI webhook, String secret) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "PharmacyEndpoint[" + webhook + "]";
    }
}
