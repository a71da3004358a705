package onepermit.exchange.ledger.grpc;

import onepermit.exchange.access.Callers;
import onepermit.exchange.ledger.witness.NewOrigin;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.LedgerServiceGrpc;
import onepermit.exchange.v1.OpenOriginRequest;
import onepermit.exchange.v1.OpenOriginResponse;

/** An operator begins a new origin, once for each request id. */
record OriginCall(NewOrigin origins, RequestLog requests) {
    private static final String METHOD = LedgerServiceGrpc.SERVICE_NAME + "/OpenOrigin";

    OpenOriginResponse open(OpenOriginRequest request) {
        return requests.once(request.getRequestId(), METHOD, OpenOriginResponse.parser(), () -> {
            NewOrigin.Begun begun = origins.begin(Callers.current(), METHOD, request.getReason());
            return OpenOriginResponse.newBuilder()
                    .setOrigin(begun.origin())
                    .setOpened(begun.opened())
                    .build();
        });
    }
}
