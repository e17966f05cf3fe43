package health.stillwater.ledger;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How checkpoints are signed and where they are kept.
 *
 * @param signingKey the Ed25519 private key in PKCS8, as base64; a secret
 * @param checkpointFolder a folder that the database's administrator cannot write to
 */
@Validated
@ConfigurationProperties("stillwater.ledger")
record LedgerSettings(@NotBlank String signingKey, Path checkpointFolder) {

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "LedgerSettings[" + checkpointFolder + "]";
    }
}
