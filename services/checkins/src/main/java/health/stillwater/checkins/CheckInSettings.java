package health.stillwater.checkins;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When patients are asked, and how long we go on trying.
 *
 * @param days after the delivery
 * @param at on the patient's clock
 * @param opens no check-in leaves before this hour of the patient's day
 * @param closes nor at or after this one
 * @param openFor how long a check-in may be answered on the website, unless the next comes first
 * @param staleAfter a check-in that could not leave for so long is left out
 * @param lookAfter how long we wait for a delivery report before we ask
 * @param askAfter how long after an unknown outcome we ask
 * @param asksMax how often we ask whether a text was taken before we believe that it was not
 * @param retriesMax how often a text that a phone did not take is sent again
 * @param retryAfter how long after each failure
 */
@Validated
@ConfigurationProperties("stillwater.checkins")
record CheckInSettings(
        @NotEmpty @DefaultValue({"1", "3", "7", "14", "21", "28"}) List<Integer> days,
        @DefaultValue("10:00") LocalTime at,
        @DefaultValue("08:00") LocalTime opens,
        @DefaultValue("20:00") LocalTime closes,
        @DefaultValue("7d") Duration openFor,
        @DefaultValue("24h") Duration staleAfter,
        @DefaultValue("15m") Duration lookAfter,
        @DefaultValue("1m") Duration askAfter,
        @DefaultValue("3") int asksMax,
        @DefaultValue("3") int retriesMax,
        @DefaultValue("2h") Duration retryAfter) {

    SendingHours hours() {
        return new SendingHours(opens, closes);
    }
}
