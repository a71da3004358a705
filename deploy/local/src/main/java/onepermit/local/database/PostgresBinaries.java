package onepermit.local.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import onepermit.local.Home;
import onepermit.local.Trouble;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, unpacked once from the jar on the class path. */
final class PostgresBinaries {
    private static final int ANY_EXECUTE = 0111;

    private PostgresBinaries() {}

    static Path unpackedUnder(Path app) {
        String bundle = bundleOf(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path folder = app.resolve(bundle.replace(".txz", ""));
        if (!Files.exists(folder)) unpack(bundle, folder);
        return folder;
    }

    static String bundleOf(String system, String processor) {
        String platform = system.startsWith("Mac") ? "darwin" : "linux";
        return "postgres-%s-%s.txz".formatted(platform, "aarch64".equals(processor) ? "arm_64" : "x86_64");
    }

    /** Aside first: a folder of the final name is complete. */
    private static void unpack(String bundle, Path folder) {
        Path aside = folder.resolveSibling(folder.getFileName() + ".new");
        Home.delete(aside);
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + bundle)) {
            if (packed == null)
                throw new Trouble(
                        "There is no PostgreSQL for this machine (%s) in the build: use Linux or macOS on x86-64 or ARM64."
                                .formatted(bundle));
            extract(packed, aside);
            Files.move(aside, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(InputStream packed, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder))
                    throw new IOException("archive entry outside its folder: " + entry.getName());
                extract(tar, entry, file);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(file, permissions((entry.getMode() & ANY_EXECUTE) != 0));
        }
    }

    private static Set<PosixFilePermission> permissions(boolean program) {
        var readable = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (program) {
            readable.add(PosixFilePermission.OWNER_EXECUTE);
            readable.add(PosixFilePermission.GROUP_EXECUTE);
            readable.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return readable;
    }
}
