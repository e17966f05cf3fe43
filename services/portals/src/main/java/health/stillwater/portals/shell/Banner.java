package health.stillwater.portals.shell;

import org.jspecify.annotations.Nullable;

/**
 * Something that is stopped as a whole, said to one kind of reader.
 *
 * @param more where there is more to read; null where there is nothing for this reader
 */
public record Banner(String title, String sentence, @Nullable String more) {}
