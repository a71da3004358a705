package onepermit.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import onepermit.local.Home;
import onepermit.local.Trouble;
import onepermit.local.process.Launch;

/** A Boot jar unpacked for a fast start: the folder's name says from which build, and its AOT cache fits that build alone. */
record AppImage(Path builtJar, Path apps) {

    Path folder() {
        return apps.resolve("%s-%08x".formatted(name(), contents()));
    }

    /** A build that is the same in every run gives all jars the same time, so only what is inside tells two apart. */
    private long contents() {
        var sum = new CRC32();
        try (var jar = new ZipFile(builtJar.toFile())) {
            jar.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
                    .forEach(entry -> sum.update(entry.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Trouble(
                    "%s is not built: ./onepermit up builds it, unless the build itself failed.".formatted(builtJar),
                    e);
        }
        return sum.getValue();
    }

    Path jar() {
        return folder().resolve(builtJar.getFileName());
    }

    /** A cache serves the JDK alone that has made it. */
    Path cache() {
        return folder().resolve("start-%s.aot".formatted(Runtime.version()));
    }

    boolean isUnpacked() {
        return Files.exists(folder());
    }

    void unpack(Path log) {
        if (isUnpacked()) return;
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
        try (var older = Files.newDirectoryStream(apps, name() + "-[0-9a-f]*")) {
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
