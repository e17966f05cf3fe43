package health.stillwater.enrollment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.databind.json.JsonMapper;

/** Answers, as they stand in their column. */
@Converter
class StoredAnswers implements AttributeConverter<Answers, String> {

    @Override
    public String convertToDatabaseColumn(Answers answers) {
        return JsonMapper.shared().writeValueAsString(answers);
    }

    @Override
    public Answers convertToEntityAttribute(String column) {
        return JsonMapper.shared().readValue(column, Answers.class);
    }
}
