package health.stillwater.portals.compliance;

import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Choice;
import java.util.Arrays;
import java.util.List;

/** The form for one kind of credential of one holder. */
public record CredentialFormPage(HolderPage holder, CredentialForm form) {

    public String title() {
        return form.kind().orElseThrow().title();
    }

    public List<Choice> states() {
        return Arrays.stream(UsState.values())
                .map(state -> Choice.of(state.name(), state.title()))
                .toList();
    }

    public List<Choice> types() {
        return List.of(Choice.of("MD", "MD"), Choice.of("DO", "DO"));
    }
}
