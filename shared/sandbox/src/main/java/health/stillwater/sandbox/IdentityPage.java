package health.stillwater.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The page of the pretended identity vendor, where a real one would ask for a document and a
 * picture.
 */
final class IdentityPage {

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { font: 1.125rem/1.5 sans-serif; color: #14212b; background: #fff; margin: 0 auto; max-width: 34rem;
                padding: 1rem; }
            button { display: block; width: 100%%; margin: 0 0 .75rem; padding: .75rem 1rem; font: inherit; color: #14212b;
                background: #f2f4f5; border: 2px solid #14212b; border-radius: .375rem; text-align: left; }
            button.first { color: #fff; background: #14212b; }
            :focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px; }
            </style>
            </head>
            <body><main>
            %s
            </main></body>
            </html>
            """;

    private IdentityPage() {}

    static String choose() {
        var buttons =
                Arrays.stream(IdentityResult.values())
                        .map(
                                result ->
                                        "<button name=\"result\" value=\"%s\"%s>%s</button>"
                                                .formatted(
                                                        result.name(),
                                                        result == IdentityResult.VERIFIED
                                                                ? " class=\"first\""
                                                                : "",
                                                        result.title()))
                        .collect(Collectors.joining("\n"));
        return FRAME.formatted(
                "Identity check",
                """
                <h1>Identity check</h1>
                <p>This stands in for an identity vendor. A real one would ask for a document and a picture of you.
                Choose what it finds.</p>
                <form method="post">
                %s
                </form>"""
                        .formatted(buttons));
    }

    static String missing() {
        return FRAME.formatted(
                "No such check",
                "<h1>No such check</h1><p>Go back to where you came from and start again.</p>");
    }
}
