package onepermit.exchange.ledger.grpc;

import java.util.Objects;
import java.util.function.Supplier;
import onepermit.exchange.access.Callers;
import onepermit.exchange.ledger.witness.NewOrigin;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.LedgerServiceGrpc;
import onepermit.exchange.v1.OpenOriginRequest;
import onepermit.exchange.v1.OpenOriginResponse;
import org.springframework.transaction.support.TransactionOperations;

/** An operator begins a new origin, once for each request id. */
record OriginCall(NewOrigin origins, RequestLog requests, TransactionOperations transactions) {
    private static final String METHOD = LedgerServiceGrpc.SERVICE_NAME + "/OpenOrigin";

    OpenOriginResponse open(OpenOriginRequest request) {
        Supplier<OpenOriginResponse> change = () -> begun(request);
        return Objects.requireNonNull(transactions.execute(
                status -> requests.once(request.getRequestId(), METHOD, OpenOriginResponse.parser(), change)));
    }

    private OpenOriginResponse begun(OpenOriginRequest request) {
        NewOrigin.Begun begun = origins.begin(Callers.current(), METHOD, request.getReason());
        return OpenOriginResponse.newBuilder()
                .setOrigin(begun.origin())
                .setOpened(begun.opened())
                .build();
    }
}
