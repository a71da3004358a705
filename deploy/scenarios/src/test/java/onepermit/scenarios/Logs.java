package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The logs of all processes of the stack. */
record Logs(Path folder) {
    private static final Pattern ID = Pattern.compile("[0-9]{17}[0-9X]");

    static Logs of(Stack stack) {
        return new Logs(stack.home().resolve("logs"));
    }

    /** Which log holds one of these; empty when none does. */
    List<String> holding(Collection<String> personal) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> holding(file, personal))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Line by line: a log may be large. What is not UTF-8 is read as it comes. */
    private static Stream<String> holding(Path file, Collection<String> personal) {
        var ids = personal.stream().filter(ID.asMatchPredicate()).collect(Collectors.toSet());
        var words = personal.stream()
                .filter(ID.asMatchPredicate().negate())
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines
                    .filter(line -> words.stream().anyMatch(line::contains)
                            || ID.matcher(line).results().anyMatch(found -> ids.contains(found.group())))
                    .limit(3)
                    .map(line -> file.getFileName() + ": " + line)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
