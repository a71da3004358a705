package onepermit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state folder: everything the stack keeps is below it, and deleting it is a full uninstall. */
public record Home(Path root) {
    public static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** PostgreSQL refuses root and then runs as nobody, who may not enter /root: root's state has a place of its own. */
    public static Home of(Map<String, String> environment) {
        String asked = environment.getOrDefault("ONEPERMIT_HOME", "");
        if (!asked.isBlank()) return new Home(Path.of(asked).toAbsolutePath().normalize());
        if ("root".equals(System.getProperty("user.name"))) return new Home(Path.of("/var/lib/onepermit"));
        return new Home(Path.of(System.getProperty("user.home"), ".onepermit"));
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path app() {
        return root.resolve("app");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Others may pass through to what PostgreSQL's user owns, but list nothing; keys are the owner's alone. */
    public Home prepare() {
        for (Path folder : List.of(root, data(), logs(), app(), run())) folder(folder, "rwx--x--x");
        folder(keys(), "rwx------");
        return this;
    }

    /** Forgets all data and keys; unpacked programs stay. */
    public void wipe() {
        for (Path folder : List.of(data(), keys(), logs(), run())) delete(folder);
    }

    private static void folder(Path folder, String permissions) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new Trouble(
                    "The state folder " + folder + " cannot be written: set ONEPERMIT_HOME to a folder of yours.", e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
