package health.stillwater.portals.shell;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands out the stylesheet and the script, for a year when the address names their present content.
 */
@Controller
class AssetsController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/css/stillwater-{hash}.css")
    @PreAuthorize("permitAll()")
    ResponseEntity<byte[]> styles(@PathVariable String hash) {
        return answer(assets.stylesheetAsset(), hash);
    }

    @GetMapping("/js/stillwater-{hash}.js")
    @PreAuthorize("permitAll()")
    ResponseEntity<byte[]> script(@PathVariable String hash) {
        return answer(assets.scriptAsset(), hash);
    }

    private static ResponseEntity<byte[]> answer(Assets.Asset asset, String hash) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asset.type() + ";charset=UTF-8"))
                .cacheControl(hash.equals(asset.hash()) ? FOR_EVER : CacheControl.noCache())
                .body(asset.bytes());
    }
}
