package health.stillwater.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;

/** Drools with its executable model: one long session that holds the states and all licenses. */
final class DroolsPeer {

    private final KieSession session;
    private final List<String> stops = new ArrayList<>();

    DroolsPeer(World world) {
        var services = KieServices.get();
        var files = services.newKieFileSystem();
        files.write("src/main/resources/jurisdiction.drl", text());
        var built = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (!built.getResults().getMessages().isEmpty()) {
            throw new IllegalStateException(built.getResults().getMessages().toString());
        }
        var module = built.getKieModule();
        session = services.newKieContainer(module.getReleaseId()).newKieSession();
        session.setGlobal("stops", stops);
        Jurisdiction.of(world).forEach(session::insert);
        LicenseFact.of(world).forEach(session::insert);
        session.fireAllRules();
    }

    /** The rows that stop. */
    List<String> ask(Flat request) {
        stops.clear();
        var handle = session.insert(request);
        session.fireAllRules();
        session.delete(handle);
        return stops;
    }

    private static String text() {
        try (var file = DroolsPeer.class.getResourceAsStream("/jurisdiction.drl")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
