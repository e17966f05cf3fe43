package health.stillwater.rulebook;

import health.stillwater.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes changes out of drafts: checks what was typed, and says in words what would change. */
final class Drafting {

    private final Book book;
    private final Instant now;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    Drafting(Book book, Instant now) {
        this.book = book;
        this.now = now;
    }

    /**
     * A change as it will be written down.
     *
     * @param basedOn what it was compared with; when that is another by the time of the decision,
     *     the words are no longer true
     */
    record Drafted(Change change, String basedOn, List<String> words, LocalDate effectiveOn) {}

    /** What is wrong, by field; empty when nothing is. */
    Map<String, String> wrong() {
        return wrong;
    }

    Drafted row(RowDraft draft) {
        var before = latest(draft.id());
        var zone = before.zone();
        needs("effectiveOn", !isPast(draft.effectiveOn(), zone), "Choose today or a later day");
        var end = draft.validTo();
        needs(
                "validTo",
                end == null || !end.isBefore(draft.effectiveOn()),
                "Choose a day that is not before the first");
        needs("condition", !draft.condition().isBlank(), "Say when the row passes");
        needs("authority", !draft.authority().isBlank(), "Name the source of law or policy");
        needs(
                "counselStatus",
                draft.counselStatus().equals("OPEN")
                        || draft.counselStatus().startsWith("CONFIRMED"),
                "Write OPEN, or CONFIRMED with who and when");
        sentences(draft.words());
        reason(draft.reason());
        var was = before.view();
        var next = next(draft, was, zone);
        var words = RowWords.changes(was, next);
        needs("condition", !words.isEmpty(), "Nothing would change");
        return new Drafted(
                new Change.OfRow(next, zone), basis(draft.id()), words, draft.effectiveOn());
    }

    private RowView next(RowDraft draft, RowView was, ZoneId zone) {
        return new RowView(
                was.id(),
                book.versions(was.id()).stream()
                                .mapToInt(row -> row.view().version())
                                .max()
                                .orElse(0)
                        + 1,
                was.jurisdiction(),
                draft.condition().strip(),
                was.moments(),
                was.kind(),
                draft.effectiveOn(),
                draft.validTo(),
                draft.authority().strip(),
                draft.evidence().strip(),
                draft.counselStatus().strip(),
                LocalDate.ofInstant(now, zone),
                draft.enabled(),
                draft.words());
    }

    private void sentences(Words words) {
        needs("patient", !words.patient().isBlank(), "Write what the patient reads");
        needs("prescriber", !words.prescriber().isBlank(), "Write what the prescriber reads");
        needs("operations", !words.operations().isBlank(), "Write what operations reads");
    }

    @Nullable Drafted value(Setting setting, ValueDraft draft) {
        var zone = zone();
        var past = isPast(draft.effectiveOn(), zone);
        needs("effectiveOn", !past, "Choose today or a later day");
        reason(draft.reason());
        var signed = draft.signedOffOn();
        needs(
                "signedOffOn",
                !setting.protocol()
                        || signed != null && !signed.isAfter(LocalDate.ofInstant(now, zone)),
                "Enter the day on which the medical director signed");
        try {
            var value = new SettingReader(zone).read(setting, draft.typed());
            var before =
                    Change.OfValue.at(
                            inForce(draft.effectiveOn(), zone).pack().written(), setting.path());
            needs(
                    "typed",
                    !Canonical.text(before).equals(Canonical.text(value)),
                    "Nothing would change");
            return new Drafted(
                    new Change.OfValue(setting.path(), value),
                    Canonical.text(before),
                    List.of(setting.change(before, value)),
                    draft.effectiveOn());
        } catch (SettingReader.NotAValue sentence) {
            wrong.put("typed", Objects.requireNonNullElse(sentence.getMessage(), ""));
            return null;
        }
    }

    Drafted verification(List<String> rows, String reason) {
        var today = LocalDate.ofInstant(now, zone());
        needs("rows", !rows.isEmpty(), "Choose the rows you compared with their sources");
        reason(reason);
        var words =
                rows.stream()
                        .map(
                                id ->
                                        id
                                                + ": last verified "
                                                + RowWords.day(lastVerified(id))
                                                + " → "
                                                + RowWords.day(today))
                        .toList();
        return new Drafted(
                new Change.OfVerification(List.copyOf(rows), today), basis(rows), words, today);
    }

    /** The latest day on which a row was verified, as it stands now. */
    private LocalDate lastVerified(String id) {
        var latest = latest(id);
        return book.at(now).pack().verified().getOrDefault(id, latest.view().lastVerified());
    }

    /** What the same change is compared with now. */
    String basisOf(Change change, LocalDate effectiveOn) {
        return switch (change) {
            case Change.OfRow of -> basis(of.row().id());
            case Change.OfValue of ->
                    Canonical.text(
                            Change.OfValue.at(
                                    inForce(effectiveOn, zone()).pack().written(), of.path()));
            case Change.OfVerification of -> basis(of.rows());
        };
    }

    private String basis(String id) {
        return id
                + "/"
                + book.versions(id).stream().mapToInt(row -> row.view().version()).max().orElse(0);
    }

    private String basis(List<String> ids) {
        return ids.stream().map(this::basis).collect(Collectors.joining(" "));
    }

    /**
     * When a change that is to begin on a day begins: at its start, or at once on the day itself.
     */
    Instant begins(Change change, LocalDate on) {
        var start = on.atStartOfDay(zoneOf(change)).toInstant();
        return start.isBefore(now) ? now : start;
    }

    boolean isPast(Change change, LocalDate on) {
        return isPast(on, zoneOf(change));
    }

    private ZoneId zoneOf(Change change) {
        return change instanceof Change.OfRow of ? of.zone() : zone();
    }

    private boolean isPast(LocalDate on, ZoneId zone) {
        return on.isBefore(LocalDate.ofInstant(now, zone));
    }

    private Book.Edition inForce(LocalDate on, ZoneId zone) {
        var start = on.atStartOfDay(zone).toInstant();
        return book.at(start.isBefore(now) ? now : start);
    }

    private ZoneId zone() {
        var zone = book.at(now).pack().configuration().federalZone();
        return zone == null ? ZoneId.of("America/New_York") : zone;
    }

    private Book.WrittenRow latest(String id) {
        var versions = new ArrayList<>(book.versions(id));
        if (versions.isEmpty()) {
            throw new Refusal.Missing("This row");
        }
        return versions.getLast();
    }

    private void reason(String reason) {
        needs("reason", !reason.isBlank(), "Say where this comes from, and why");
    }

    private void needs(String field, boolean holds, String sentence) {
        if (!holds) {
            wrong.putIfAbsent(field, sentence);
        }
    }
}
