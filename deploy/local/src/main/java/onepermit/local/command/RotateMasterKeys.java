package onepermit.local.command;

import java.util.concurrent.Callable;
import onepermit.local.Local;
import picocli.CommandLine.Command;

@Command(
        name = "rotate-master-keys",
        description = "Wrap the keys of personal fields under new master keys, while the services run.",
        mixinStandardHelpOptions = true)
public final class RotateMasterKeys implements Callable<Integer> {
    private final Local local;

    public RotateMasterKeys(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        local.home().prepare();
        System.out.println("New master keys: " + String.join(", ", local.rotateMasterKeys()));
        System.out.println(
                "Services that run wrap their data keys anew within half a minute (log: at_rest.wrapped_anew),");
        System.out.println(
                "others when they start. The master keys before stay in the files until somebody takes them out.");
        return 0;
    }
}
