package health.stillwater.portals.physician;

import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Choice;
import health.stillwater.review.CaseKind;
import health.stillwater.review.QueueFilter;
import health.stillwater.review.Risk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to show of the queue, as it was chosen; what cannot be read narrows nothing. */
public record QueueForm(String state, String risk, String kind, String overdue, String after) {

    static final String FOLLOW_UP = "FOLLOW_UP";

    QueueFilter filter() {
        return new QueueFilter(
                one(UsState.class, state),
                one(Risk.class, risk),
                one(CaseKind.class, kind),
                late(),
                last());
    }

    boolean late() {
        return !overdue.isEmpty();
    }

    boolean onlyFollowUps() {
        return kind.equals(FOLLOW_UP);
    }

    boolean onlyCases() {
        return !kind.isEmpty() && !onlyFollowUps() || !risk.isEmpty();
    }

    public boolean narrows() {
        return !(state + risk + kind + overdue).isEmpty();
    }

    boolean firstPage() {
        return last() == null;
    }

    /** The same choice, from another case on. */
    public String address(@Nullable RequestId from) {
        var chosen = new LinkedHashMap<String, String>();
        chosen.put("state", state);
        chosen.put("risk", risk);
        chosen.put("kind", kind);
        chosen.put("overdue", overdue);
        chosen.put("after", from == null ? "" : from.toString());
        var query =
                chosen.entrySet().stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(part -> part.getKey() + "=" + part.getValue())
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/physician" : "/physician?" + query;
    }

    public String here() {
        return address(last());
    }

    public List<Choice> risks() {
        return Arrays.stream(Risk.values())
                .map(each -> Choice.of(each.name(), QueuePage.word(each)))
                .toList();
    }

    public List<Choice> kinds() {
        var kinds = new ArrayList<Choice>();
        Arrays.stream(CaseKind.values())
                .forEach(each -> kinds.add(Choice.of(each.name(), each.words())));
        kinds.add(Choice.of(FOLLOW_UP, "Follow-up"));
        return kinds;
    }

    /** Only what the program itself writes into an address is read from one. */
    static QueueForm of(Map<String, String> typed) {
        return new QueueForm(
                word(UsState.class, typed.get("state")),
                word(Risk.class, typed.get("risk")),
                FOLLOW_UP.equals(typed.get("kind"))
                        ? FOLLOW_UP
                        : word(CaseKind.class, typed.get("kind")),
                "yes".equals(typed.get("overdue")) ? "yes" : "",
                Optional.ofNullable(typed.get("after")).flatMap(QueueForm::id).orElse(""));
    }

    private @Nullable RequestId last() {
        return after.isEmpty() ? null : RequestId.of(after);
    }

    private static Optional<String> id(String text) {
        try {
            return Optional.of(UUID.fromString(text).toString());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> String word(Class<E> type, @Nullable String text) {
        return text == null || one(type, text) == null ? "" : text;
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findAny()
                .orElse(null);
    }
}
