package health.stillwater.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A room's tables, as its migrations make them: all there are, in their order. */
public final class Migrations {

    private Migrations() {}

    /** The scripts of one room. */
    public static List<String> of(String room) throws IOException {
        var found =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:db/migration/" + room + "/V*.sql");
        Arrays.sort(found, Comparator.comparingInt(Migrations::version));
        var scripts = new ArrayList<String>();
        for (var script : found) {
            scripts.add(script.getContentAsString(StandardCharsets.UTF_8));
        }
        if (scripts.isEmpty()) {
            throw new IllegalStateException("no migrations of " + room);
        }
        return scripts;
    }

    private static int version(Resource script) {
        var name = Objects.requireNonNull(script.getFilename());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
