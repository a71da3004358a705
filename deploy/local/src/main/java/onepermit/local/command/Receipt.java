package onepermit.local.command;

import java.util.concurrent.Callable;
import onepermit.local.Department;
import onepermit.local.Local;
import onepermit.local.edge.Issuer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "receipt",
        description = "Print the receipt of a look, to be checked offline with onepermit-verify.",
        mixinStandardHelpOptions = true)
public final class Receipt implements Callable<Integer> {
    private final Local local;

    @Option(names = "--department", description = "Whose ledger: PERMIT, EDUCATION (default), SOCIAL or HEALTH.")
    private Department department = Department.EDUCATION;

    @Option(names = "--index", required = true, description = "Index of the leaf, as the answer says.")
    private long index;

    @Option(names = "--role", description = "Whose look it was; admission-officer by default.")
    private String role = "admission-officer";

    @Option(names = "--division", description = "Where that officer works; 350203 by default.")
    private String division = "350203";

    public Receipt(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        String token = new Issuer(local).token(role, division);
        try (var exchange = new ExchangeLines(local, token)) {
            System.out.print(exchange.receipt(department, index).getProof());
        }
        return 0;
    }
}
