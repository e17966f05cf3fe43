package health.stillwater.portals.physician;

import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.visits.VisitRecord;
import health.stillwater.visits.VisitRecord.Modality;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The note of a visit, as typed. */
public record NoteForm(
        @Nullable String modality,
        @Nullable String history,
        @Nullable String records,
        @Nullable String diagnosis,
        @Nullable String diagnosisCode,
        @Nullable String priorTreatments,
        @Nullable String plan) {

    /** What is still to be written; nothing when the two did not meet. */
    FieldErrors errors() {
        var how = how();
        if (how.isEmpty()) {
            return FieldErrors.of("modality", "Say how you met. Nothing is chosen for you.");
        }
        if (how.get() == Modality.NONE) {
            return FieldErrors.none();
        }
        var sentences = new LinkedHashMap<String, String>();
        record(how.get())
                .missing()
                .forEach((field, words) -> sentences.put(field, "Still missing: " + words + "."));
        return new FieldErrors(sentences);
    }

    /** To be asked for only when there are no errors. */
    VisitRecord record() {
        return record(how().orElseThrow());
    }

    private VisitRecord record(Modality how) {
        return new VisitRecord(
                how,
                text(history),
                text(records),
                text(diagnosis),
                text(diagnosisCode).toUpperCase(Locale.ROOT),
                text(priorTreatments),
                text(plan));
    }

    private Optional<Modality> how() {
        return Arrays.stream(Modality.values())
                .filter(each -> each.name().equals(modality))
                .findAny();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
