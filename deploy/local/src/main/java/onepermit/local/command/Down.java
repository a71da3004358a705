package onepermit.local.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import onepermit.local.Local;
import onepermit.local.Progress;
import onepermit.local.Stack;
import onepermit.local.process.Await;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stop everything; the data stays.", mixinStandardHelpOptions = true)
public final class Down implements Callable<Integer> {
    /** A launcher in the foreground stops its own stack; that takes as long as the slowest process. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Local local;

    public Down(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        var progress = new Progress(System.out);
        local.home().prepare();
        Optional<ProcessHandle> launcher = local.launcher().running();
        Stack stack = local.whole(progress);
        if (launcher.isEmpty() && stack.running().isEmpty()) {
            System.out.println("Nothing of OnePermit runs here.");
            return 0;
        }
        local.caches().stop();
        launcher.ifPresent(process -> Await.end(process, PATIENCE));
        stack.stop();
        progress.say("Stopped.");
        return 0;
    }
}
