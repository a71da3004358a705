package onepermit.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import onepermit.local.Home;
import onepermit.local.Trouble;
import onepermit.local.process.Launch;

/** A Boot jar unpacked for a fast start: the folder's name says from which build, and its AOT cache fits that build alone. */
record AppImage(Path builtJar, Path apps) {

    Path folder() {
        try {
            var jar = Files.readAttributes(builtJar, BasicFileAttributes.class);
            return apps.resolve(
                    "%s-%d-%d".formatted(name(), jar.lastModifiedTime().toMillis(), jar.size()));
        } catch (IOException e) {
            throw new Trouble(
                    "%s is not built: ./onepermit up builds it, unless the build itself failed.".formatted(builtJar),
                    e);
        }
    }

    Path jar() {
        return folder().resolve(builtJar.getFileName());
    }

    Path cache() {
        return folder().resolve("start.aot");
    }

    void unpack(Path log) {
        if (Files.exists(folder())) return;
        forgetOlderBuilds();
        Path aside = apps.resolve(name() + ".new");
        Home.delete(aside);
        List<String> command = List.of(
                Launch.javaProgram(),
                "-Djarmode=tools",
                "-jar",
                builtJar.toString(),
                "extract",
                "--destination",
                aside.toString());
        if (Launch.toEnd(command, Map.of(), log) != 0)
            throw new Trouble("%s could not be unpacked: %s says why.".formatted(builtJar, log));
        move(aside, folder());
    }

    private void forgetOlderBuilds() {
        try (var older = Files.newDirectoryStream(apps, name() + "-[0-9]*")) {
            older.forEach(Home::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name() {
        return builtJar.getFileName().toString().replaceFirst("-\\d.*", "");
    }
}
