package onepermit.local.command;

import java.util.concurrent.Callable;
import onepermit.local.Local;
import picocli.CommandLine.Command;

@Command(
        name = "rotate-certificates",
        description = "Give every process a new key and certificate, while all of them run.",
        mixinStandardHelpOptions = true)
public final class RotateCertificates implements Callable<Integer> {
    private final Local local;

    public RotateCertificates(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        local.home().prepare();
        System.out.println("New certificates: " + String.join(", ", local.rotateCertificates()));
        System.out.println("Connections made from now on use them; those that stand end within half an hour.");
        return 0;
    }
}
