package onepermit.local;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on security names tests as proof; a test that was renamed or taken away is no proof. */
class SecurityPageTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`(?:(\\w+)/)?([A-Z]\\w*Test)(?:\\.(\\w+))?`");

    private static final Pattern ATTEMPT =
            Pattern.compile("\\b(?:attempt|path|body|header|lever|sql)\\(\\s*\"([^\"]+)\"");

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        Map<String, List<Path>> tests = tests();
        var missing = new TreeSet<String>();
        List<MatchResult> named = NAMED.matcher(Files.readString(ROOT.resolve("deploy/docs/security.md")))
                .results()
                .toList();
        for (MatchResult name : named) if (!isThere(tests, name)) missing.add(name.group());

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(missing)
                .as("tests of deploy/docs/security.md that no source has")
                .isEmpty();
    }

    /** What was tried stands on the page as it stands in the tests, word for word, and nothing else does. */
    @Test
    void every_attempt_of_the_hostile_scenarios_stands_on_the_page() throws IOException {
        String page = Files.readString(ROOT.resolve("deploy/docs/security.md"));
        int attempts = 0;
        for (Path file : hostile()) {
            String name = file.getFileName().toString().replace(".java", "");
            List<String> tried = ATTEMPT.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            attempts += tried.size();
            if (!tried.isEmpty())
                assertThat(page).as(name).contains("| `" + name + "` | " + String.join("; ", tried) + " |");
        }
        assertThat(attempts).isGreaterThanOrEqualTo(60);
    }

    private static List<Path> hostile() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/scenarios/src/test/java/onepermit/scenarios"))) {
            return files.filter(file -> file.getFileName().toString().matches("Hostile\\w+Test.java"))
                    .toList();
        }
    }

    /** A name may be preceded by its room where several rooms have a class of that name. */
    private static boolean isThere(Map<String, List<Path>> tests, MatchResult name) {
        List<Path> found = tests.getOrDefault(name.group(2) + ".java", List.of()).stream()
                .filter(file -> name.group(1) == null || file.endsWith(Path.of(name.group(1), name.group(2) + ".java")))
                .toList();
        return found.size() == 1 && (name.group(3) == null || hasMethod(found.getFirst(), name.group(3)));
    }

    private static boolean hasMethod(Path file, String method) {
        try {
            return Pattern.compile("(void|Stream<DynamicTest>) " + method + "\\(")
                    .matcher(Files.readString(file))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<Path>> tests() throws IOException {
        try (Stream<Path> modules = Stream.concat(Files.list(ROOT), Files.list(ROOT.resolve("deploy")))) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityPageTest::javaFiles)
                    .collect(groupingBy(file -> file.getFileName().toString()));
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
