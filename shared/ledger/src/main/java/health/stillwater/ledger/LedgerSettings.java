package health.stillwater.ledger;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the ledger is signed and where its checkpoints are kept.
 *
 * @param signingKey the Ed25519 private key in PKCS8, as base64; a secret
 * @param formerKeys the public halves of the keys that signed before, the latest first, as C2SP
 *     vkeys
 * @param checkpointFolder a folder that the database's administrator cannot write to
 */
@Validated
@ConfigurationProperties("stillwater.ledger")
record LedgerSettings(
        @NotBlank String signingKey, @DefaultValue List<String> formerKeys, Path checkpointFolder) {

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "LedgerSettings[" + checkpointFolder + "]";
    }
}
