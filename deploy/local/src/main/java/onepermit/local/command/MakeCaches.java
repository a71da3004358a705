package onepermit.local.command;

import java.util.concurrent.Callable;
import onepermit.local.Local;
import onepermit.local.service.CacheMaking;
import picocli.CommandLine.Command;

@Command(
        name = CacheMaking.COMMAND,
        hidden = true,
        description = "Make the AOT caches of the services; up does this by itself.")
public final class MakeCaches implements Callable<Integer> {
    private final Local local;

    public MakeCaches(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        local.caches().now();
        return 0;
    }
}
