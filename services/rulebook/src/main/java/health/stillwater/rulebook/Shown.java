package health.stillwater.rulebook;

import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.Book.WrittenRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The book as people are shown it. */
final class Shown {

    private Shown() {}

    static List<RowVersion> currentRows(Book book, Instant now) {
        var current = new TreeMap<String, RowVersion>();
        for (var id : book.rows().stream().map(row -> row.view().id()).distinct().toList()) {
            var versions = inTime(book, id, now);
            current.put(
                    id,
                    versions.stream()
                            .filter(version -> version.inForce(now))
                            .findFirst()
                            .or(
                                    () ->
                                            versions.stream()
                                                    .filter(each -> each.from().isAfter(now))
                                                    .min(Comparator.comparing(RowVersion::from)))
                            .orElseGet(versions::getFirst));
        }
        return List.copyOf(current.values());
    }

    static List<RowVersion> versions(Book book, String id, Instant now) {
        var versions = inTime(book, id, now);
        if (versions.isEmpty()) {
            throw new Refusal.Missing("This row");
        }
        return versions;
    }

    /** The latest first, each with the day on which it was last verified. */
    private static List<RowVersion> inTime(Book book, String id, Instant now) {
        var verified = book.at(now).pack().verified();
        return book.versions(id).reversed().stream()
                .map(
                        row ->
                                row.version().inForce(now)
                                        ? row.as(
                                                row.view()
                                                        .verifiedOn(
                                                                verified.getOrDefault(
                                                                        id,
                                                                        row.view().lastVerified())))
                                        : row)
                .map(WrittenRow::version)
                .toList();
    }

    static List<SettingView> settings(Book book, List<Setting> settings, Instant now) {
        return settings.stream().map(setting -> setting(book, setting, now)).toList();
    }

    static SettingView setting(Book book, Setting setting, Instant now) {
        var value = Change.OfValue.at(book.at(now).pack().written(), setting.path());
        return new SettingView(setting, setting.words(value), SettingWords.typed(setting, value));
    }
}
