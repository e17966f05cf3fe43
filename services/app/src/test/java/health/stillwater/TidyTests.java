package health.stillwater;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What bytecode cannot show: how long things are, and what no file may say. */
class TidyTests {

    private static final Path ROOT = root();
    private static final int FILE_MAX = 300;
    private static final int METHOD_MAX = 40;
    private static final int TEMPLATE_MAX = 120;
    private static final Set<String> EXCEPTIONS = exceptions();

    @Test
    void noFileIsLongerThanAPersonReads() throws IOException {
        assertThat(tooLong(".java", FILE_MAX)).isEmpty();
    }

    @Test
    void noTemplateIsLongerThanATableOfContents() throws IOException {
        assertThat(tooLong(".jte", TEMPLATE_MAX)).isEmpty();
    }

    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<String>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(ours(".java"));
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new TreeScanner<Void, CompilationUnitTree>() {
                    @Override
                    public Void visitMethod(MethodTree method, CompilationUnitTree in) {
                        var lines = in.getLineMap();
                        var body = method.getBody();
                        if (body != null) {
                            long from = lines.getLineNumber(positions.getStartPosition(in, body));
                            long to = lines.getLineNumber(positions.getEndPosition(in, body));
                            var name =
                                    nameOf(Path.of(in.getSourceFile().toUri()))
                                            + " "
                                            + method.getName();
                            if (to - from - 1 > METHOD_MAX && !EXCEPTIONS.contains(name)) {
                                found.add(name + ": " + (to - from - 1) + " lines");
                            }
                        }
                        return super.visitMethod(method, in);
                    }
                }.scan(unit, unit);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        var later = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
        assertThat(saying(later, path -> !path.endsWith("TidyTests.java"))).isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() throws IOException {
        var off = Pattern.compile("@Disabled|@Ignore\\b|assumeTrue\\(|assumeThat\\(");
        assertThat(saying(off, path -> !path.endsWith("TidyTests.java"))).isEmpty();
    }

    @Test
    void everyDocumentHasOneTitle() throws IOException {
        var found = new ArrayList<String>();
        for (var page : ours(".md")) {
            long titles =
                    withoutCode(Files.readString(page))
                            .lines()
                            .filter(line -> line.startsWith("# "))
                            .count();
            if (titles != 1) {
                found.add(nameOf(page) + ": " + titles + " titles");
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noTemplateCarriesStyleOrScriptOfItsOwn() throws IOException {
        var inline =
                Pattern.compile("\\sstyle\\s*=|<script(?![^>]*\\bsrc=)|\\son[a-z]+\\s*=\\s*\"");
        var found = new ArrayList<String>();
        for (var template : ours(".jte")) {
            if (inline.matcher(Files.readString(template)).find()) {
                found.add(nameOf(template));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noMigrationNamesAnotherRoomsSchema() throws IOException {
        var rooms =
                Files.list(ROOT.resolve("services"))
                        .map(path -> path.getFileName().toString())
                        .toList();
        var found = new ArrayList<String>();
        for (var script : ours(".sql")) {
            var own = script.getParent().getFileName().toString();
            var text =
                    Files.readString(script)
                            .replaceAll("--[^\\n]*", "")
                            .replaceAll("'[^']*'", "''");
            rooms.stream()
                    .filter(room -> !room.equals(own) && !own.equals("__root"))
                    .filter(
                            room ->
                                    Pattern.compile("\\b" + room + "\\.[a-z_]+")
                                            .matcher(text)
                                            .find())
                    .forEach(room -> found.add(nameOf(script) + " names schema " + room));
        }
        assertThat(found).isEmpty();
    }

    private static String withoutCode(String markdown) {
        return Pattern.compile("```.*?```", Pattern.DOTALL).matcher(markdown).replaceAll("");
    }

    private static List<String> saying(Pattern words, Predicate<Path> where) throws IOException {
        var found = new ArrayList<String>();
        for (var file : ours(".java", ".jte", ".sql", ".yaml", ".css", ".js")) {
            if (where.test(file) && words.matcher(Files.readString(file)).find()) {
                found.add(nameOf(file));
            }
        }
        return found;
    }

    private static List<String> tooLong(String ending, int most) throws IOException {
        var found = new ArrayList<String>();
        for (var file : ours(ending)) {
            long lines = Files.lines(file).count();
            if (lines > most && !EXCEPTIONS.contains(nameOf(file))) {
                found.add(nameOf(file) + ": " + lines + " lines");
            }
        }
        return found;
    }

    /** Every file of ours with one of these endings; nothing that was built or fetched. */
    private static List<Path> ours(String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
                    .filter(
                            path ->
                                    Stream.of(ROOT.relativize(path).toString().split("/"))
                                            .noneMatch(
                                                    part ->
                                                            part.equals("target")
                                                                    || part.equals(".git")
                                                                    || part.equals("node_modules")))
                    .toList();
        }
    }

    private static String nameOf(Path path) {
        return ROOT.relativize(path).toString();
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static Set<String> exceptions() {
        try (var lines = Files.lines(ROOT.resolve("docs/ceilings.txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
