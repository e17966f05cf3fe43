package health.stillwater.portals.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The one stylesheet and the one script. They are many files where they are written and one each on
 * the wire, under an address that changes with the content and so may be kept for ever.
 */
@Component
public class Assets {

    /**
     * Later files of one layer win over earlier ones; the layers themselves are ordered in the
     * first.
     */
    static final List<String> STYLES =
            List.of(
                    "layers",
                    "tokens",
                    "base",
                    "layout",
                    "header",
                    "button",
                    "step",
                    "question",
                    "choice",
                    "field",
                    "notice",
                    "crisis",
                    "badge",
                    "card",
                    "timeline",
                    "log",
                    "verdict",
                    "table",
                    "filter",
                    "case",
                    "dl",
                    "sign",
                    "chart",
                    "sheet",
                    "dialog",
                    "home",
                    "utilities",
                    "contrast",
                    "print");

    private static final String VENDOR = "META-INF/resources/webjars/";

    private final Asset styles;
    private final Asset script;

    public Assets() {
        this.styles = Asset.of("text/css", stylesheet());
        this.script =
                Asset.of(
                        "text/javascript",
                        read(VENDOR + "htmx.org/2.0.10/dist/htmx.min.js")
                                + "\n"
                                + read("static/js/stillwater.js"));
    }

    /** Something served under a name that is its content. */
    record Asset(String type, byte[] bytes, String hash) {

        static Asset of(String type, String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Asset(type, bytes, hash(bytes));
        }

        private static String hash(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    public String styles() {
        return "/css/stillwater-" + styles.hash() + ".css";
    }

    public String script() {
        return "/js/stillwater-" + script.hash() + ".js";
    }

    /** The text of the stylesheet. */
    String everyStyle() {
        return new String(styles.bytes(), StandardCharsets.UTF_8);
    }

    Asset stylesheetAsset() {
        return styles;
    }

    Asset scriptAsset() {
        return script;
    }

    /** Bootstrap comes in inside its own layer, so that one class of ours always wins. */
    private static String stylesheet() {
        var bootstrap =
                read(VENDOR + "bootstrap/5.3.8/css/bootstrap.min.css")
                        .replace("@charset \"UTF-8\";", "")
                        .replaceAll("/\\*# sourceMappingURL=.*?\\*/", "");
        var all = new StringBuilder(bootstrap.length() * 2);
        for (var style : STYLES) {
            all.append(read("static/css/" + style + ".css")).append('\n');
            if (style.equals("layers")) {
                all.append("@layer vendor {\n").append(bootstrap).append("\n}\n");
            }
        }
        return all.toString();
    }

    private static String read(String path) {
        try (var from = new ClassPathResource(path).getInputStream()) {
            var to = new ByteArrayOutputStream();
            from.transferTo(to);
            return to.toString(StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
