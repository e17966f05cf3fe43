package health.stillwater.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One session of the pretended identity vendor.
 *
 * @param result what was found; null while nobody finished it
 */
record IdentitySession(
        String id,
        String reference,
        String returnUrl,
        @Nullable IdentityResult result,
        String openedAt) {

    IdentitySession finished(IdentityResult found) {
        return new IdentitySession(id, reference, returnUrl, found, openedAt);
    }

    String status() {
        return result == null ? "open" : result == IdentityResult.VERIFIED ? "verified" : "failed";
    }

    /** As the vendor tells it. */
    Map<String, Object> told(String url) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", id);
        told.put("url", url);
        told.put("reference", reference);
        told.put("status", status());
        if (result != null) {
            told.put("checks", checks(result));
        }
        return told;
    }

    /** All that was compared: everything matches but what the result names. */
    static Map<String, Boolean> checks(IdentityResult result) {
        var checks = new LinkedHashMap<String, Boolean>();
        for (var check : IdentityResult.values()) {
            if (check != IdentityResult.VERIFIED) {
                checks.put(check.field(), check.alarming() == (check == result));
            }
        }
        return checks;
    }
}
