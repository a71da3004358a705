package onepermit.gateway.edge;

import io.grpc.BindableService;

/** A service that the gateway itself gives: package {@code onepermit.gateway.v1}. It may block, and finds the caller's token by {@link CallersToken}. */
public record OwnService(BindableService service) {}
