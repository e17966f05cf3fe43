package health.stillwater.portals.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What is wrong with a form, field by field, in the order a person reads it. */
public record FieldErrors(Map<String, String> sentences) {

    public static FieldErrors none() {
        return new FieldErrors(Map.of());
    }

    public static FieldErrors of(String field, String sentence) {
        return new FieldErrors(Map.of(field, sentence));
    }

    /** The first sentence about each field. */
    public static FieldErrors of(BindingResult result) {
        var sentences = new LinkedHashMap<String, String>();
        for (var error : result.getFieldErrors()) {
            var sentence = error.getDefaultMessage();
            sentences.putIfAbsent(
                    error.getField(), sentence == null ? "Check this answer" : sentence);
        }
        return new FieldErrors(sentences);
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    public boolean has(String field) {
        return sentences.containsKey(field);
    }

    /** The sentence about a field, or null when it is in order. */
    public @Nullable String about(String field) {
        return sentences.get(field);
    }
}
