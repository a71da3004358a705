package onepermit.local.command;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import onepermit.exchange.v1.GetReceiptResponse;
import onepermit.local.Department;
import onepermit.local.Local;
import onepermit.local.Trouble;
import onepermit.local.edge.Issuer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "receipt",
        description = "Print the receipt of a look, to be checked offline with onepermit-verify.",
        mixinStandardHelpOptions = true)
public final class Receipt implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Local local;

    @Option(names = "--department", description = "Whose ledger: PERMIT, EDUCATION (default), SOCIAL or HEALTH.")
    private Department department = Department.EDUCATION;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    private static final class Which {
        @Option(names = "--index", description = "Index of the leaf, as the answer says.")
        private @Nullable Long index;

        @Option(names = "--decision", description = "Id of the decision that was answered.")
        private @Nullable String decision;
    }

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
            System.out.print(cosigned(exchange, index(exchange)).getProof());
        }
        return 0;
    }

    private long index(ExchangeLines exchange) {
        if (which.index != null) return which.index;
        return exchange.decision(department, requireNonNull(which.decision))
                .getReceipt()
                .getIndex();
    }

    /** The seal takes a quarter of a second and the witnesses as long; without a witness that is away it goes out with fewer. */
    private GetReceiptResponse cosigned(ExchangeLines exchange, long index) {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<GetReceiptResponse> receipt = exchange.receipt(department, index);
        while ((receipt.isEmpty() || receipt.get().getCosignatures() < Department.values().length - 1)
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            receipt = exchange.receipt(department, index);
        }
        return receipt.orElseThrow(
                () -> new Trouble("The look is recorded and was not sealed within %s.".formatted(PATIENCE)));
    }
}
