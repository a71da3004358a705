package onepermit.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;
import onepermit.local.Trouble;

/** PostgreSQL refuses to run as root; started by root it runs as the user nobody and owns only its own files. */
final class Unprivileged {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private Unprivileged() {}

    static List<String> command(String... words) {
        return Stream.concat(prefix().stream(), Stream.of(words)).toList();
    }

    static void own(Path file) {
        if (!ROOT) return;
        try {
            var nobody = file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(file, nobody);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requirePassage(Path folder) {
        if (!ROOT) return;
        for (Path each = folder; each != null; each = each.getParent())
            if (!othersMayPass(each))
                throw new Trouble(
                        "PostgreSQL runs as the user nobody, who may not enter %s: set ONEPERMIT_HOME to a folder below one that others may enter."
                                .formatted(each));
    }

    private static boolean othersMayPass(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)
                    || "nobody"
                            .equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                                    .getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** setpriv replaces itself with the program; runuser is the elder way and stands beside it. */
    private static List<String> prefix() {
        if (!ROOT) return List.of();
        for (String folder : List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")) {
            if (Files.isExecutable(Path.of(folder, "setpriv")))
                return List.of(
                        folder + "/setpriv",
                        "--reuid=nobody",
                        "--regid=65534",
                        "--clear-groups",
                        "--no-new-privs",
                        "--");
            if (Files.isExecutable(Path.of(folder, "runuser")))
                return List.of(folder + "/runuser", "-u", "nobody", "--");
        }
        throw new Trouble(
                "PostgreSQL does not run as root and neither setpriv nor runuser is here: run this as another user.");
    }
}
