package health.stillwater.checkins;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What we listen for in replies. Phrases match whole words, whatever their case and punctuation.
 *
 * @param alarming phrases that may mean danger; one too many is better than one too few
 * @param stopping phrases that end our texts, beside the carriers' own words
 * @param lowest scores up to this one are alarming too
 */
@Validated
@ConfigurationProperties("stillwater.checkins.listening")
record ListeningSettings(
        @NotEmpty
                @DefaultValue({
                    "chest pain",
                    "chest hurts",
                    "heart attack",
                    "stroke",
                    "seizure",
                    "can't breathe",
                    "cannot breathe",
                    "cant breath",
                    "trouble breathing",
                    "hard to breathe",
                    "short of breath",
                    "suicide",
                    "suicidal",
                    "kill myself",
                    "killing myself",
                    "end my life",
                    "end it all",
                    "want to die",
                    "wanna die",
                    "better off dead",
                    "not want to live",
                    "don't want to live",
                    "no reason to live",
                    "hurt myself",
                    "hurting myself",
                    "harm myself",
                    "self harm",
                    "hurt someone",
                    "kill someone",
                    "overdose",
                    "overdosed",
                    "took too much",
                    "passed out",
                    "passing out",
                    "fainted",
                    "unconscious",
                    "won't wake up",
                    "allergic reaction",
                    "throat closing",
                    "hallucinating",
                    "emergency",
                    "ambulance",
                    "911",
                    "988"
                })
                List<String> alarming,
        @NotEmpty
                @DefaultValue({
                    "stop texting", "stop texts", "stop messaging", "stop sending",
                            "stop contacting", "please stop",
                    "stop please", "stop these", "stop this", "no more texts", "no more messages",
                            "don't text",
                    "do not text", "don't message", "do not message", "unsubscribe", "opt out",
                            "opt me out",
                    "take me off", "remove me", "leave me alone"
                })
                List<String> stopping,
        @DefaultValue("2") int lowest) {}
