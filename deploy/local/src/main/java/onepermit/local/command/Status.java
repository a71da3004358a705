package onepermit.local.command;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import onepermit.exchange.v1.ReplicaStatus;
import onepermit.local.Department;
import onepermit.local.Local;
import onepermit.local.Progress;
import onepermit.local.Stack;
import onepermit.local.edge.Issuer;
import onepermit.local.process.Memory;
import onepermit.local.process.Part;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = "Show each process, and each replica's lag, watermark and parked persons.",
        mixinStandardHelpOptions = true)
public final class Status implements Callable<Integer> {
    private final Local local;

    public Status(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        local.home().prepare();
        Stack stack = local.whole(new Progress(System.out));
        System.out.printf("%-18s %8s %8s  %-8s %s%n", "process", "pid", "MiB", "state", "log");
        stack.parts().forEach(Status::process);
        System.out.printf("%-18s %8s %8d%n", "together", "", together(stack));
        boolean all =
                stack.parts().stream().allMatch(part -> part.pidFile().running().isPresent());
        if (all) replicas();
        return all ? 0 : 1;
    }

    private static void process(Part part) {
        Optional<ProcessHandle> running = part.pidFile().running();
        OptionalLong memory = running.map(Memory::mebibytes).orElse(OptionalLong.empty());
        System.out.printf(
                "%-18s %8s %8s  %-8s %s%n",
                part.name(),
                running.map(p -> "" + p.pid()).orElse("-"),
                memory.isPresent() ? "" + memory.getAsLong() : "-",
                running.isEmpty() ? "stopped" : part.isReady() ? "ready" : "alive",
                part.log());
    }

    private static long together(Stack stack) {
        return stack.running().stream()
                .flatMap(part -> part.pidFile().running().stream())
                .mapToLong(process -> Memory.mebibytes(process).orElse(0))
                .sum();
    }

    private void replicas() {
        System.out.printf("%n%-24s %-18s %10s %14s %8s%n", "dataset", "read by", "lag", "watermark age", "parked");
        try (var exchange = new ExchangeLines(local, new Issuer(local).token("operator", Issuer.EVERYWHERE))) {
            for (Department reader : Department.values())
                for (ReplicaStatus replica : exchange.replicasAt(reader))
                    System.out.printf(
                            "%-24s %-18s %10d %12.1f s %8d%s%n",
                            replica.getDataset(),
                            reader.service(),
                            replica.getLag(),
                            replica.getAgeMillis() / 1e3,
                            replica.getParkedPersons(),
                            remark(replica));
        }
    }

    private static String remark(ReplicaStatus replica) {
        String problem = replica.getProblem().isEmpty() ? "" : "  " + replica.getProblem();
        return replica.getRebuilding()
                ? problem + "  rebuilding, %d applied".formatted(replica.getShadowApplied())
                : problem;
    }
}
