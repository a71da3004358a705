package onepermit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The master keys under which departments wrap the keys of their personal fields: a file for each department, a key a line, the last in use.
 */
final class MasterKeys {
    private static final int LENGTH = 32;

    private final Home home;
    private final SecureRandom random;

    MasterKeys(Home home, SecureRandom random) {
        this.home = home;
        this.random = random;
    }

    /** A file that exists is kept as it is: without its keys the fields cannot be read any more. */
    void make() {
        for (Department department : Department.values())
            if (!Files.exists(file(department))) OwnersFile.write(file(department), line(1));
    }

    /** One more key for each department; services wrap anew by themselves. Those before stay: a service that is down still needs them. */
    List<String> rotate() {
        return Arrays.stream(Department.values()).map(this::rotate).toList();
    }

    private String rotate(Department department) {
        List<String> lines = lines(department);
        String last = lines.getLast();
        int next = Integer.parseInt(last.substring(0, last.indexOf(' '))) + 1;
        OwnersFile.write(file(department), String.join("\n", lines) + "\n" + line(next));
        return department.role() + " " + next;
    }

    private List<String> lines(Department department) {
        try {
            return Files.readAllLines(file(department));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Department department) {
        return home.keys().resolve("at-rest-" + department.role() + ".keys");
    }

    private String line(int id) {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        return id + " " + HexFormat.of().formatHex(key) + "\n";
    }
}
