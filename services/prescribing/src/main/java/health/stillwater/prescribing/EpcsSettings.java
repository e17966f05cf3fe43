package health.stillwater.prescribing;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The vendor of electronic prescribing.
 *
 * @param url where it answers; null where none is connected, and then nothing is filed
 * @param key what we prove ourselves with
 * @param timeout how long we wait for an answer before we call it unknown
 * @param askAgainAfter how long after an unknown outcome we ask
 */
@ConfigurationProperties("stillwater.epcs")
record EpcsSettings(
        @Nullable URI url,
        @DefaultValue("") String key,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("30s") Duration askAgainAfter) {

    boolean connected() {
        return url != null;
    }

    @Override
    public String toString() {
        return "vendor at " + url;
    }
}
