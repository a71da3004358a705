package onepermit.exchange.access;

import onepermit.exchange.v1.RequestContext;

/** Is told of every attempt that a known caller is refused for want of a right. */
@FunctionalInterface
public interface RefusedAttempts {
    /** Where nobody is told. */
    RefusedAttempts UNTOLD = (caller, method, context, reason) -> {};

    /**
     * @param method full gRPC method name
     * @param context as the caller stated it; empty where it was not read
     * @param reason stable, of the refusal
     */
    void refused(Caller caller, String method, RequestContext context, String reason);
}
