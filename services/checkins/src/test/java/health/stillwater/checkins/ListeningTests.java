package health.stillwater.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.checkins.Understood.Wish;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ListeningTests {

    final Listening listening =
            new Listening(
                    new Binder(new MapConfigurationPropertySource(Map.of()))
                            .bindOrCreate(
                                    "stillwater.checkins.listening", ListeningSettings.class));

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "' 7 ', 7",
        "7., 7",
        "7/10, 7",
        "7 / 10, 7",
        "10/10, 10",
        "10, 10",
        "7 out of 10, 7",
        "seven out of ten, 7",
        "Seven, 7",
        "I'm at a 6 today thanks, 6",
        "about 5, 5",
        "'7️⃣', 7",
        "'４', 4",
        "I’d say 8!, 8",
    })
    void understandsANumber(String text, int score) {
        assertThat(understood(text)).isEqualTo(new Understood(score, false, null));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "zero, 0", "2/10, 2", "1 out of 10, 1"})
    void isAlarmedByALowNumber(String text, int score) {
        assertThat(understood(text)).isEqualTo(new Understood(score, true, null));
    }

    @Test
    void isNotAlarmedByTheNextNumber() {
        assertThat(understood("3").alarming()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11",
                "100",
                "-3",
                "7.5",
                "6-7",
                "6 or 7",
                "took 2 of them",
                "better than last week",
                "call me at 5",
                "10/10/2026",
                "",
                "👍"
            })
    void doesNotGuess(String text) {
        assertThat(understood(text).nothing()).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have chest pain",
                "CHEST PAIN!!",
                "i can't breathe",
                "I can’t breathe",
                "cant   breathe",
                "thinking about suicide",
                "I want to kill myself",
                "I might hurt myself.",
                "I passed out after",
                "this is an emergency",
                "should i call 911?",
                "7 but I passed out yesterday"
            })
    void hearsDanger(String text) {
        assertThat(understood(text).alarming()).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"breathing well", "a masterstroke", "stop", "my chest of drawers", "9110"})
    void findsWholeWordsOnly(String text) {
        assertThat(understood(text).alarming()).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "STOPALL",
                "unsubscribe",
                "CANCEL",
                "END",
                "Quit",
                "REVOKE",
                "OPTOUT",
                "please stop texting me",
                "Don't text me anymore",
                "no more texts pls",
                "take me off your list"
            })
    void honorsEveryWayToSayStop(String text) {
        assertThat(understood(text).wish()).as(text).isEqualTo(Wish.STOP);
    }

    @ParameterizedTest
    @CsvSource({"START, START", "unstop, START", "HELP, HELP", "info, HELP"})
    void hearsOtherWishes(String text, Wish wish) {
        assertThat(understood(text).wish()).isEqualTo(wish);
    }

    @Test
    void believesTwilioAboutAWish() {
        assertThat(listening.understand("arrêt", "STOP").wish()).isEqualTo(Wish.STOP);
        assertThat(listening.understand("yes", "START").wish()).isEqualTo(Wish.START);
    }

    @Test
    void hearsDangerAndAWishInOneReply() {
        var both = understood("stop texting me i want to die");

        assertThat(both.alarming()).isTrue();
        assertThat(both.wish()).isEqualTo(Wish.STOP);
    }

    @Test
    void doesNotTakeAStoryAboutStoppingForAWish() {
        assertThat(understood("the pain did not stop").wish()).isNull();
        assertThat(understood("I cannot cancel my plans").wish()).isNull();
    }

    private Understood understood(String text) {
        return listening.understand(text, null);
    }
}
