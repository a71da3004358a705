package onepermit.exchange.testing;

import java.util.UUID;
import onepermit.exchange.v1.ConfirmErasureRequest;
import onepermit.exchange.v1.ConfirmErasureResponse;
import onepermit.exchange.v1.ErasureGround;
import onepermit.exchange.v1.ErasureServiceGrpc;
import onepermit.exchange.v1.ErasureServiceGrpc.ErasureServiceBlockingStub;
import onepermit.exchange.v1.ProveErasureRequest;
import onepermit.exchange.v1.ProveErasureResponse;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestErasureRequest;

/** Two administrators of a department, who erase, and its auditor, who looks for what is left. */
public record Erasing(RunningService service, String department) {

    /** Asked for by one, confirmed by the other. */
    public ConfirmErasureResponse erase(String citizenId) {
        return confirm(request(citizenId));
    }

    /** @return the id of the erasure */
    public String request(String citizenId) {
        return administrator("wang")
                .requestErasure(RequestErasureRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setCitizenId(citizenId)
                        .setGround(ErasureGround.ERASURE_GROUND_PURPOSE_ENDED)
                        .setBasis("PIPL art. 47(1)(1)")
                        .setContext(Contexts.of(Purpose.PURPOSE_ERASURE))
                        .build())
                .getErasureId();
    }

    public ConfirmErasureResponse confirm(String erasure) {
        return administrator("li").confirmErasure(confirming(erasure));
    }

    public static ConfirmErasureRequest confirming(String erasure) {
        return ConfirmErasureRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setErasureId(erasure)
                .setContext(Contexts.of(Purpose.PURPOSE_ERASURE))
                .build();
    }

    public ProveErasureResponse prove(String citizenId) {
        return service.as("auditor", department, "000000", stub())
                .proveErasure(ProveErasureRequest.newBuilder()
                        .setCitizenId(citizenId)
                        .setContext(Contexts.of(Purpose.PURPOSE_ERASURE))
                        .build());
    }

    public ErasureServiceBlockingStub administrator(String name) {
        return service.as(name, "administrator", department, "000000", stub());
    }

    private ErasureServiceBlockingStub stub() {
        return ErasureServiceGrpc.newBlockingStub(service.channel());
    }
}
