package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a case file, byte for byte as docs/case-file.md says: whoever reads it can write it again
 * and must come to the same bytes, so no byte of it can change unseen.
 */
final class CaseFile {

    static final String FORMAT = "stillwater.health/case-file/1";
    static final String MANIFEST = "manifest.txt";

    private CaseFile() {}

    static byte[] sealed(
            List<String> about, Evidence evidence, Map<String, byte[]> pages, LogSigner signer) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("decisions.jsonl", decisions(evidence));
        files.put("checkpoint.txt", evidence.checkpoint().note().getBytes(UTF_8));
        files.put("keys.txt", evidence.keys().getBytes(UTF_8));
        files.put("proofs.json", proofs(evidence).getBytes(UTF_8));
        files.putAll(pages);
        files.put(
                MANIFEST,
                SignedNote.sign(manifest(about, evidence, files), signer).getBytes(UTF_8));
        return StoredZip.of(files);
    }

    private static byte[] decisions(Evidence evidence) {
        var lines = new ByteArrayOutputStream();
        for (var entry : evidence.entries()) {
            lines.writeBytes(entry.leaf());
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** A JSON list, one proof a line. */
    private static String proofs(Evidence evidence) {
        return evidence.entries().stream()
                .map(entry -> proof(entry.proof()))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String proof(Proof proof) {
        var path =
                proof.path().stream()
                        .map(hash -> '"' + Base64.getEncoder().encodeToString(hash) + '"')
                        .collect(Collectors.joining(","));
        return "{\"index\":"
                + proof.index()
                + ",\"size\":"
                + proof.size()
                + ",\"path\":["
                + path
                + "]}";
    }

    private static String manifest(
            List<String> about, Evidence evidence, Map<String, byte[]> files) {
        var text = new StringBuilder(FORMAT).append('\n');
        about.forEach(line -> text.append(line).append('\n'));
        text.append("decisions ").append(evidence.entries().size()).append('\n');
        files.forEach(
                (name, bytes) ->
                        text.append("sha256 ")
                                .append(Sha256.hex(bytes))
                                .append(' ')
                                .append(name)
                                .append('\n'));
        return text.toString();
    }
}
