package onepermit.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs run as processes of their own. */
final class Programs {
    static final Path SCRIPT = Path.of("src/main/js/onepermit-verify.mjs");

    private Programs() {}

    /** @param text standard output and error */
    record Ended(int code, String text) {}

    /** The exit codes that the verifier in JavaScript has for cases, in their order. */
    static List<Integer> codes(List<Case> cases) throws IOException, InterruptedException {
        Path input = Files.createTempFile("cases", ".jsonl");
        try {
            Files.writeString(
                    input, cases.stream().map(each -> each.json() + "\n").collect(Collectors.joining()));
            Ended ended = run(new ProcessBuilder("node", "src/test/js/codes.mjs").redirectInput(input.toFile()));
            if (ended.code() != 0) {
                throw new IllegalStateException(ended.text());
            }
            return ended.text().lines().map(Integer::valueOf).toList();
        } finally {
            Files.delete(input);
        }
    }

    static Ended javascript(String... args) throws IOException, InterruptedException {
        return run(command(List.of("node", SCRIPT.toString()), args));
    }

    static Ended java(String... args) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return run(command(List.of(java, "-Xmx64m", "-cp", "target/classes", Main.class.getName()), args));
    }

    private static ProcessBuilder command(List<String> program, String... args) {
        return new ProcessBuilder(
                Stream.concat(program.stream(), Stream.of(args)).collect(Collectors.toCollection(ArrayList::new)));
    }

    private static Ended run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }
}
