package health.stillwater.rulebook;

/**
 * A setting and what it is now.
 *
 * @param now in words
 * @param typed as it stands in the field of a form
 */
public record SettingView(Setting setting, String now, String typed) {}
