package health.stillwater.portals.casefile;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Prints a page. Nothing is fetched from anywhere, and nothing of it is logged. */
final class Paper {

    private static final String FONT = "Liberation Sans";
    private static final String FONT_FILE =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Control characters, and those that turn the direction of the words around them. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF&&[^\n\t]]");

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Paper() {}

    /** The text without what could hide or turn around a part of it. */
    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }

    /** A well-formed page as PDF. */
    static byte[] of(String page) {
        var pdf = new ByteArrayOutputStream();
        try {
            var printer = new PdfRendererBuilder();
            printer.useFont(Paper::font, FONT);
            printer.useUriResolver((base, address) -> null);
            printer.withHtmlContent(page, null);
            printer.toStream(pdf);
            printer.run();
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
        return pdf.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT_FILE));
    }
}
