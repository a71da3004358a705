package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that somebody hostile is known to try, at the front door and around it, against a stack that runs. Each attempt is refused as the list
 * says, and nothing in the reply tells of the canary, of the machine or of what the code looks like.
 */
class HostileTest extends Scenario {
    private static final Pattern INNARDS = Pattern.compile(
            "Exception|\\bat [a-z]+\\.[a-z.]+\\(|org\\.springframework|io\\.grpc|org\\.postgresql|jdbc:|SELECT |root:x:|JAVA_HOME");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| [0-9]+ \\| ([^|]+) \\|");
    private final Canary canary = new Canary(city);

    Stream<Attempt> attempts() {
        return Stream.of(
                        new HostileTokens(stack, door, canary).all(),
                        new HostileIssuer(stack, door).all(),
                        new HostileQuestions(stack, door, canary).all(),
                        new HostilePaths(stack, door).all(),
                        new HostileConsole(stack, canary).all(),
                        new HostileInside(stack, door).all())
                .flatMap(part -> part);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void nothing_is_open(Attempt attempt) {
        var reply = attempt.reply();

        assertThat(reply.code()).as(reply.said()).isEqualTo(attempt.code());
        assertThat(reply.reason()).as(reply.said()).isEqualTo(attempt.reason());
        assertThat(canary.hers()).noneMatch(reply.said()::contains);
        assertThat(reply.said()).doesNotContainPattern(INNARDS);
    }

    @Test
    void the_page_on_security_lists_every_attempt() throws IOException {
        var page = Files.readString(Path.of(System.getProperty("onepermit.root"), "deploy/docs/security.md"));
        List<String> listed =
                LISTED.matcher(page).results().map(row -> row.group(1).strip()).toList();

        assertThat(attempts().map(Attempt::name)).hasSizeGreaterThan(60).containsExactlyElementsOf(listed);
    }
}
