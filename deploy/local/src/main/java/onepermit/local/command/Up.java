package onepermit.local.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import onepermit.city.City;
import onepermit.local.Local;
import onepermit.local.Progress;
import onepermit.local.Stack;
import onepermit.local.Trouble;
import onepermit.local.process.Part;
import onepermit.local.service.CacheMaking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Start everything and show the main job.", mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {
    private final Local local;

    @Option(names = "--fresh", description = "Forget all data and start over.")
    private boolean fresh;

    @Option(names = "--detach", description = "Return when everything is ready; ./onepermit down stops it.")
    private boolean detach;

    @Option(names = "--residents", paramLabel = "N", description = "Size of the synthetic city (${DEFAULT-VALUE}).")
    private int residents = 20_000;

    @Option(names = "--foundation", description = "Only PostgreSQL and Kafka.", hidden = true)
    private boolean foundation;

    public Up(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        var progress = new Progress(System.out);
        requireSize();
        local.home().prepare();
        requireNothingRuns(progress);
        if (fresh) local.home().wipe();
        local.home().prepare();
        local.requireRoom();
        Stack stack = foundation ? local.foundation(progress) : local.whole(progress);
        return run(stack, progress);
    }

    private int run(Stack stack, Progress progress) {
        local.launcher().remember(ProcessHandle.current());
        var atEnd = new Thread(() -> stopAll(stack), "stop");
        Runtime.getRuntime().addShutdownHook(atEnd);
        stack.start();
        if (!foundation) work(progress);
        progress.say("Ready.");
        if (detach) {
            Runtime.getRuntime().removeShutdownHook(atEnd);
            local.launcher().forget();
            return 0;
        }
        progress.say("Ctrl-C stops everything.");
        Optional<Part> ended = stack.untilOneEnds();
        ended.ifPresent(part -> System.err.printf(
                "%s ended by itself: its log %s says why. Stopping the others.%n", part.name(), part.log()));
        return 1;
    }

    private void work(Progress progress) {
        new CityFilling(local, progress).fill(residents);
        new MainJob(local, progress).show();
        CacheMaking caches = local.caches();
        if (!caches.isWanted(System.getenv())) return;
        progress.say(
                "Making start caches in the background, once after a build, in about two minutes: the next start is twice as fast.");
        caches.inBackground();
    }

    private void stopAll(Stack stack) {
        local.caches().stop();
        stack.stop();
        local.launcher().forget();
    }

    private void requireSize() {
        if (residents < 0 || residents > City.MOST_RESIDENTS)
            throw new Trouble(
                    "--residents is %d: give a number from 0 to %d.".formatted(residents, City.MOST_RESIDENTS));
    }

    private void requireNothingRuns(Progress progress) {
        if (local.launcher().running().isPresent()
                || !local.whole(progress).running().isEmpty())
            throw new Trouble("OnePermit already runs here: ./onepermit status shows it, ./onepermit down stops it.");
    }
}
