package health.stillwater.checkins;

import health.stillwater.checkins.Understood.Wish;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands replies. It looks for danger first, then for a wish about texts, then for a number; a
 * number inside a story is not an answer, because "took 2 of them" is not how anybody feels.
 */
@Component
class Listening {

    private static final Set<String> STOP =
            Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");
    private static final Set<String> START = Set.of("start", "unstop");
    private static final Set<String> HELP = Set.of("help", "info");
    private static final Map<String, Integer> NUMBERS =
            Map.ofEntries(
                    Map.entry("zero", 0),
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10));

    /** Words that may stand around a number without making it a story. */
    private static final Set<String> AROUND =
            Set.of(
                    "a",
                    "about",
                    "an",
                    "around",
                    "at",
                    "feel",
                    "feeling",
                    "good",
                    "great",
                    "hello",
                    "hi",
                    "i",
                    "id",
                    "im",
                    "is",
                    "it",
                    "its",
                    "like",
                    "maybe",
                    "my",
                    "now",
                    "number",
                    "ok",
                    "okay",
                    "only",
                    "probably",
                    "right",
                    "say",
                    "solid",
                    "still",
                    "thank",
                    "thanks",
                    "the",
                    "think",
                    "today",
                    "todays",
                    "would",
                    "you");

    private final List<String> alarming;
    private final List<String> stopping;
    private final int lowest;

    Listening(ListeningSettings settings) {
        this.alarming = settings.alarming().stream().map(Listening::plain).toList();
        this.stopping = settings.stopping().stream().map(Listening::plain).toList();
        this.lowest = settings.lowest();
    }

    /**
     * @param optOutType what Twilio understood by itself: STOP, START or HELP; null for nothing
     */
    Understood understand(String text, @Nullable String optOutType) {
        var plain = plain(text);
        var score = score(text, plain);
        var alarm = says(plain, alarming) || (score != null && score <= lowest);
        return new Understood(score, alarm, wish(plain, optOutType));
    }

    /**
     * An answer given on the website: the number is certain, and words beside it may still tell of
     * danger. A wish about texts has a button of its own there.
     */
    Understood weigh(int score, String words) {
        return new Understood(score, score <= lowest || says(plain(words), alarming), null);
    }

    private @Nullable Wish wish(String plain, @Nullable String optOutType) {
        if ("STOP".equals(optOutType) || STOP.contains(plain.strip()) || says(plain, stopping)) {
            return Wish.STOP;
        }
        if ("START".equals(optOutType) || START.contains(plain.strip())) {
            return Wish.START;
        }
        return "HELP".equals(optOutType) || HELP.contains(plain.strip()) ? Wish.HELP : null;
    }

    private static boolean says(String plain, List<String> phrases) {
        return phrases.stream().anyMatch(plain::contains);
    }

    private static @Nullable Integer score(String text, String plain) {
        if (text.matches("(?s).*(\\d\\s*[.,:]\\s*\\d|[-\u2013\u2212]\\s*\\d).*")) {
            return null; // 7.5, 7:30, -3, 6-7: something else, or between two.
        }
        var found = new ArrayList<Integer>();
        var words =
                new ArrayList<>(List.of(plain.strip().replace(" out of ", " of ").split(" ", -1)));
        dropTheScale(words);
        for (var word : words) {
            var number = number(word);
            if (number != null) {
                found.add(number);
            } else if (!AROUND.contains(word)) {
                return null;
            }
        }
        return found.size() == 1 && found.getFirst() <= 10 ? found.getFirst() : null;
    }

    /** {@code 7/10}, {@code 7 out of ten}: the second number is the scale, not an answer. */
    private static void dropTheScale(List<String> words) {
        for (var i = 1; i < words.size(); i++) {
            var isTen = Integer.valueOf(10).equals(number(words.get(i)));
            var before = words.get(i - 1);
            if (isTen && before.equals("of") && i > 1) {
                words.remove(i);
                words.remove(i - 1);
                return;
            }
            if (isTen && before.equals("/")) {
                words.remove(i);
                words.remove(i - 1);
                return;
            }
        }
    }

    private static @Nullable Integer number(String word) {
        if (word.matches("[0-9]{1,3}")) {
            return Integer.valueOf(word);
        }
        return NUMBERS.get(word);
    }

    /**
     * Lower case, without accents, apostrophes and punctuation, a space at each end: fit for
     * finding whole words.
     */
    static String plain(String text) {
        var letters =
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("['\u2018\u2019`\\p{M}\uFE0F]", "")
                        .replace("/", " / ")
                        .replaceAll("[^a-z0-9/]+", " ")
                        .strip();
        return " " + letters + " ";
    }
}
