package health.stillwater.portals.site;

import health.stillwater.enrollment.AssessmentView;
import health.stillwater.enrollment.Question;
import health.stillwater.portals.shell.Choice;
import java.util.List;
import java.util.Map;

/**
 * One question on its page.
 *
 * @param number counts from 1
 * @param known what was answered before, by form field
 * @param back the page before this one
 */
public record QuestionView(
        Question question,
        int number,
        int of,
        List<Choice> choices,
        Map<String, String> known,
        String back,
        boolean saved) {

    static QuestionView of(Question question, List<Question> all, AssessmentView progress) {
        var at = all.indexOf(question);
        var options =
                question.kind() == Question.Kind.COUNTY ? progress.counties() : question.options();
        return new QuestionView(
                question,
                at + 1,
                all.size(),
                options.stream().map(option -> Choice.of(option.value(), option.label())).toList(),
                progress.answers().getOrDefault(question.key(), Map.of()),
                at == 0 ? "/start" : "/start/questions/" + all.get(at - 1).key(),
                !progress.answers().isEmpty());
    }

    /** What was answered before in this field; empty when nothing was. */
    public String known(String field) {
        return known.getOrDefault(field, "");
    }

    /** What the questions around this one are about. */
    public String about() {
        return number <= 3 ? "about you" : "your health";
    }
}
