package onepermit.local.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import onepermit.exchange.v1.AuditLedgerResponse;
import onepermit.exchange.v1.LedgerRefusal;
import onepermit.exchange.v1.ReplicaStatus;
import onepermit.local.Department;
import onepermit.local.Local;
import onepermit.local.Progress;
import onepermit.local.Trouble;
import onepermit.local.edge.Issuer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description =
                "Compare every replica with its owner and every ledger with what was sealed; or say what is left of a person.",
        mixinStandardHelpOptions = true)
public final class Check implements Callable<Integer> {
    private final Local local;

    @Option(
            names = "--person",
            paramLabel = "ID",
            description = "Only look for this person everywhere: absent, kept by a statute, or pending until when.")
    private @Nullable String person;

    public Check(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        return person == null ? compare() : find(person);
    }

    /** Each department's own auditor looks. */
    private int find(String citizenId) {
        var check = new PersonCheck(System.out);
        for (Department department : Department.values()) {
            String token = new Issuer(local).token("auditor", Issuer.EVERYWHERE, department.role());
            try (var exchange = new ExchangeLines(local, token)) {
                check.at(department, exchange.whereabouts(department, citizenId));
            }
        }
        return check.conclude();
    }

    private int compare() {
        var progress = new Progress(System.out);
        int different = 0;
        int broken = 0;
        String token = new Issuer(local).token("operator", Issuer.EVERYWHERE);
        try (var exchange = new ExchangeLines(local, token)) {
            Map<String, Department> owners = exchange.owners();
            for (Department reader : Department.values())
                for (ReplicaStatus replica : exchange.replicasAt(reader))
                    if (!isEqual(exchange, owners, reader, replica.getDataset(), progress)) different++;
            for (Department department : Department.values()) if (!isWhole(exchange, department, progress)) broken++;
        }
        System.out.println(
                different == 0 ? "Every replica equals its owner." : different + " replicas differ from their owners.");
        System.out.println(
                broken == 0 ? "Every ledger is as it was sealed." : broken + " ledgers are not as they were sealed.");
        return different + broken == 0 ? 0 : 1;
    }

    private static boolean isWhole(ExchangeLines exchange, Department department, Progress progress) {
        AuditLedgerResponse audit = exchange.audit(department);
        boolean whole = !audit.hasFinding()
                && audit.getRefusalsCount() == 0
                && audit.getSetBack().isEmpty();
        progress.say("%-24s %d leaves sealed, %d cosigned %s"
                .formatted(audit.getOrigin(), audit.getLeaves(), audit.getCosigned(), whole ? "whole" : "BROKEN"));
        if (audit.hasFinding())
            System.out.println("  %s; sealed %s, stored %s"
                    .formatted(
                            audit.getFinding().getText(),
                            audit.getFinding().getSealedHash(),
                            audit.getFinding().getStoredHash()));
        if (!audit.getSetBack().isEmpty()) System.out.println("  set back: " + audit.getSetBack());
        for (LedgerRefusal refusal : audit.getRefusalsList())
            System.out.println("  %s refuses it, %s: cosigned size %d, root %s; offered size %d, root %s"
                    .formatted(
                            refusal.getWitness(),
                            refusal.getReason(),
                            refusal.getCosignedSize(),
                            refusal.getCosignedRoot(),
                            refusal.getOfferedSize(),
                            refusal.getOfferedRoot()));
        return whole;
    }

    private static boolean isEqual(
            ExchangeLines exchange,
            Map<String, Department> owners,
            Department reader,
            String dataset,
            Progress progress) {
        Department owner = owners.get(dataset);
        if (owner == null)
            throw new Trouble("%s reads %s, which no department owns.".formatted(reader.service(), dataset));
        List<String> differences = new Convergence(exchange, dataset, owner).differences(reader);
        progress.say("%-24s at %-18s %s"
                .formatted(dataset, reader.service(), differences.isEmpty() ? "equal" : "DIFFERENT"));
        differences.forEach(System.out::println);
        return differences.isEmpty();
    }
}
