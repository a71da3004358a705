package onepermit.local.service;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.local.Home;
import onepermit.local.process.Await;
import onepermit.local.process.Launch;
import onepermit.local.process.Part;
import onepermit.local.process.PidFile;

/** A service or the gateway as a process of its own. */
public final class BootService implements Part {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> JVM = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:MetaspaceSize=192m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8");

    private final String name;
    private final int httpPort;
    private final Map<String, String> settings;
    private final Home home;
    private final AppImage image;

    public BootService(String name, int httpPort, Map<String, String> settings, Home home, Path builtJar) {
        this.name = name;
        this.httpPort = httpPort;
        this.settings = settings;
        this.home = home;
        this.image = new AppImage(builtJar, home.app());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PidFile pidFile() {
        return new PidFile(home.run().resolve(name + ".pid"));
    }

    @Override
    public Path log() {
        return home.log(name);
    }

    @Override
    public String unprepared() {
        return image.isUnpacked() ? "" : "Unpacking %s (once after a build)".formatted(name);
    }

    @Override
    public void prepare() {
        image.unpack(log());
    }

    @Override
    public ProcessHandle launch() {
        List<String> cache = hasCache() ? List.of("-XX:AOTCache=" + image.cache()) : List.of();
        ProcessHandle process = Launch.inBackground(command(cache), settings, log());
        pidFile().remember(process);
        return process;
    }

    /**
     * Starts another instance with other settings and more on its class path; whoever starts it ends it.
     *
     * @param more before the service's own
     */
    public ProcessHandle beside(Map<String, String> otherwise, Path more, String mainClass) {
        var words = new ArrayList<>(List.of(Launch.javaProgram()));
        words.addAll(JVM);
        words.addAll(List.of("-cp", more + File.pathSeparator + image.jar(), mainClass));
        var environment = new HashMap<>(settings);
        environment.putAll(otherwise);
        return Launch.inBackground(words, environment, home.log(name + "-beside"));
    }

    @Override
    public boolean isReady() {
        var question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(httpPort)))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void stop() {
        pidFile().running().ifPresent(process -> Await.end(process, Duration.ofSeconds(40)));
        pidFile().forget();
    }

    public boolean hasCache() {
        return Files.exists(image.cache());
    }

    /**
     * Builds the context once more, without opening a port, and keeps the loaded and linked classes: a start then takes half the
     * processor time. Gentle, because the stack is in use meanwhile.
     */
    public void makeCache() {
        Path aside = image.cache().resolveSibling("start.new");
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(command(List.of("-XX:AOTCacheOutput=" + aside, "-Dspring.context.exit=onRefresh")));
        if (Launch.toEnd(command, settings, home.log(name + "-aot")) == 0) AppImage.move(aside, image.cache());
    }

    private List<String> command(List<String> more) {
        var words = new ArrayList<>(List.of(Launch.javaProgram(), "-Donepermit.process=" + name));
        words.addAll(JVM);
        words.addAll(more);
        words.addAll(List.of("-jar", image.jar().toString()));
        return words;
    }
}
