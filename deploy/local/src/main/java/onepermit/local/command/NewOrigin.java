package onepermit.local.command;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import onepermit.exchange.v1.AuditLedgerResponse;
import onepermit.exchange.v1.OpenOriginResponse;
import onepermit.exchange.v1.OriginOpened;
import onepermit.local.Department;
import onepermit.local.LedgerKeys;
import onepermit.local.Local;
import onepermit.local.Progress;
import onepermit.local.Trouble;
import onepermit.local.edge.Issuer;
import onepermit.local.process.Await;
import onepermit.local.service.BootService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new-origin",
        description =
                "Let a ledger go on under a new name after its database was restored from a backup that lacks what it had published.",
        mixinStandardHelpOptions = true)
public final class NewOrigin implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Local local;

    @Parameters(paramLabel = "DEPARTMENT", description = "PERMIT, EDUCATION, SOCIAL or HEALTH.")
    private Department department = Department.EDUCATION;

    @Option(
            names = "--reason",
            required = true,
            description =
                    "Why, for whoever reads the ledger: which backup was restored, and what for. No personal data.")
    private String reason = "";

    public NewOrigin(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        String token = new Issuer(local).token("operator", Issuer.EVERYWHERE);
        OpenOriginResponse begun;
        try (var exchange = new ExchangeLines(local, token)) {
            AuditLedgerResponse audit = exchange.audit(department);
            if (audit.getSetBack().isEmpty())
                throw new Trouble(
                        "%s goes on from what it has published; it needs no new origin.".formatted(audit.getOrigin()));
            System.out.println("Set back: " + audit.getSetBack());
            new LedgerKeys(local.home()).another(department, audit.getFormerCount() + 2);
            begun = exchange.openOrigin(department, UUID.randomUUID().toString(), reason);
        }
        tell(begun);
        return goOn();
    }

    private static void tell(OpenOriginResponse begun) {
        OriginOpened opened = begun.getOpened();
        System.out.printf(
                "%s begins. Its first leaf says: before it was %s, published up to %d leaves, of which %d are stored here.%n",
                begun.getOrigin(), opened.getFormerOrigin(), opened.getPublishedSize(), opened.getRestoredLeaves());
        System.out.println(
                opened.getFormerCheckpoint().isEmpty()
                        ? "No tree of it is known that a witness cosigned."
                        : "The last tree of it that witnesses cosigned:\n" + opened.getFormerCheckpoint());
    }

    /** The process that was set back stays closed; its successor goes on under the new name. */
    private int goOn() {
        if (local.launcher().running().isPresent()) {
            System.out.println(
                    "The stack runs in the foreground: stop it with Ctrl-C and start it with ./onepermit up; the department then answers again.");
            return 0;
        }
        var progress = new Progress(System.out);
        BootService service = local.service(department);
        progress.say("Restarting " + service.name());
        service.stop();
        Await.ready(service, service.launch(), PATIENCE);
        progress.say(service.name() + " is ready.");
        return 0;
    }
}
