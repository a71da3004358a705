package onepermit.local.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import onepermit.local.Home;
import onepermit.local.process.Await;
import onepermit.local.process.Launch;
import onepermit.local.process.PidFile;

/** The making of AOT caches beside the running stack: once after a build, so that the next start is a fast one. */
public final class CacheMaking {
    public static final String COMMAND = "make-caches";

    private final Home home;
    private final List<BootService> services;

    public CacheMaking(Home home, List<BootService> services) {
        this.home = home;
        this.services = services;
    }

    /** {@code ONEPERMIT_AOT=off} leaves the caches alone: a test's stack is started once only. */
    public boolean isWanted(Map<String, String> environment) {
        return !"off".equals(environment.get("ONEPERMIT_AOT"))
                && services.stream().anyMatch(service -> !service.hasCache());
    }

    public void inBackground() {
        List<String> command = List.of(
                Launch.javaProgram(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-Donepermit.root=" + System.getProperty("onepermit.root", "."),
                "-cp",
                System.getProperty("java.class.path"),
                "onepermit.local.OnePermit",
                COMMAND);
        pidFile().remember(Launch.inBackground(command, Map.of(), home.log(COMMAND)));
    }

    /** One after the other, for the stack has the machine first. */
    public void now() {
        services.stream().filter(service -> !service.hasCache()).forEach(BootService::makeCache);
        pidFile().forget();
    }

    public void stop() {
        pidFile().running().ifPresent(maker -> {
            List<ProcessHandle> helpers = maker.descendants().toList();
            Await.end(maker, Duration.ofSeconds(5));
            helpers.forEach(helper -> Await.end(helper, Duration.ofSeconds(5)));
        });
        pidFile().forget();
    }

    private PidFile pidFile() {
        return new PidFile(home.run().resolve(COMMAND + ".pid"));
    }
}
