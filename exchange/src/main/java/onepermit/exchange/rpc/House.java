package onepermit.exchange.rpc;

import io.grpc.MethodDescriptor;

/** Tells the house's own methods from those of gRPC itself (health, reflection), which are open. */
public final class House {
    private House() {}

    public static boolean owns(MethodDescriptor<?, ?> method) {
        return method.getFullMethodName().startsWith("onepermit.");
    }
}
