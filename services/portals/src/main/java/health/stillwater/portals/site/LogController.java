package health.stillwater.portals.site;

import health.stillwater.kernel.Refusal;
import health.stillwater.ledger.Checkpoint;
import health.stillwater.ledger.Ledger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a witness, or anybody, needs to follow the log of decisions without us: its latest
 * checkpoint, its keys, and proofs. Hashes and sizes, nothing about anybody.
 */
@Controller
@RequestMapping("/log")
@PreAuthorize("permitAll()")
class LogController {

    private final Ledger ledger;

    LogController(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A C2SP signed note; nothing was signed yet when there is none. */
    @GetMapping("/checkpoint")
    ResponseEntity<String> checkpoint() {
        return text(ledger.latestCheckpoint().map(Checkpoint::note).orElse(""));
    }

    /** C2SP vkeys, the one that signs now first. */
    @GetMapping("/keys")
    ResponseEntity<String> keys() {
        return text(ledger.verifierKeys());
    }

    /** That the entry at an index is in the log of a size (RFC 9162, 2.1.3). */
    @GetMapping("/inclusion")
    ResponseEntity<String> inclusion(
            @RequestParam(defaultValue = "") String index,
            @RequestParam(defaultValue = "") String size) {
        return proof(
                () -> {
                    var proof = ledger.inclusion(number(index), number(size));
                    return Map.of(
                            "index", proof.index(),
                            "size", proof.size(),
                            "path", base64(proof.path()));
                });
    }

    /** That the log of a later size begins with the log of an earlier one (RFC 9162, 2.1.4). */
    @GetMapping("/consistency")
    ResponseEntity<String> consistency(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return proof(
                () ->
                        Map.of(
                                "from", number(from),
                                "to", number(to),
                                "path", base64(ledger.consistency(number(from), number(to)))));
    }

    private static ResponseEntity<String> proof(Supplier<Map<String, Object>> proof) {
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(JsonMapper.shared().writeValueAsString(new TreeMap<>(proof.get())));
        } catch (IllegalArgumentException | Refusal.Missing impossible) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body("The log has no such proof.\n");
        }
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(text);
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }

    /** Throws what {@link #proof} answers for, when it is none. */
    private static long number(String typed) {
        return Long.parseLong(typed);
    }
}
