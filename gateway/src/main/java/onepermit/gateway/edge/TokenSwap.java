package onepermit.gateway.edge;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.access.TokenExchange;
import onepermit.exchange.access.Tokens;
import onepermit.exchange.rpc.tls.Peer;
import org.jspecify.annotations.Nullable;

/** Where a caller's token stops: it is verified, and the department gets one of its own for the same caller. */
public final class TokenSwap {
    private static final String EXCHANGE = "onepermit.exchange.";
    private static final String OWN = "onepermit." + OwnServices.NAME + ".";
    private static final Metadata.Key<String> DEPARTMENT =
            Metadata.Key.of(Backends.DEPARTMENT, Metadata.ASCII_STRING_MARSHALLER);

    private final Tokens tokens;
    private final TokenExchange exchange;
    private final Set<String> departments;
    private final Set<String> open;

    /** @param open methods that anyone may call, by service and name */
    TokenSwap(Tokens tokens, TokenExchange exchange, Set<String> departments, Set<String> open) {
        this.tokens = tokens;
        this.exchange = exchange;
        this.departments = Set.copyOf(departments);
        this.open = Set.copyOf(open);
    }

    /**
     * Puts the department's token in place of the caller's. A call of the gateway's own services keeps it: it has arrived. Who brings none to
     * a method that is open to anyone goes on without.
     *
     * @param peer the certificate of the caller's connection, if there is one
     */
    public void swap(MethodDescriptor<?, ?> method, Metadata headers, @Nullable Peer peer) {
        if (Tokens.brought(headers).isEmpty() && open.contains(method.getFullMethodName())) {
            return;
        }
        String token = tokens.token(headers, peer);
        if (isOwn(method)) {
            return;
        }
        Optional<String> department = department(method, headers);
        headers.discardAll(Tokens.AUTHORIZATION);
        department.ifPresent(name -> headers.put(Tokens.AUTHORIZATION, exchange.header(token, name)));
    }

    /** Can it be done from memory alone? */
    boolean isQuick(MethodDescriptor<?, ?> method, Metadata headers) {
        Optional<String> token = Tokens.brought(headers);
        Optional<String> department = department(method, headers);
        return tokens.remembers(headers)
                && (token.isEmpty()
                        || department.isEmpty()
                        || exchange.remembered(token.get(), department.get()) != null);
    }

    private static boolean isOwn(MethodDescriptor<?, ?> method) {
        return String.valueOf(method.getServiceName()).startsWith(OWN);
    }

    /** Empty where the call goes nowhere, which its route will say. */
    private Optional<String> department(MethodDescriptor<?, ?> method, Metadata headers) {
        String service = String.valueOf(method.getServiceName());
        String named = service.startsWith(EXCHANGE) ? headers.get(DEPARTMENT) : service.split("\\.", 3)[1];
        return Optional.ofNullable(named).filter(departments::contains);
    }
}
