package onepermit.permit;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** A change asked for by an officer: once per request id, in one owner's transaction, and recorded as a look before it is answered or refused. */
@Component
public final class Mutation {
    private final OwnerTransaction transaction;
    private final RequestLog requests;
    private final Looks looks;

    Mutation(OwnerTransaction transaction, RequestLog requests, Looks looks) {
        this.transaction = transaction;
        this.requests = requests;
        this.looks = looks;
    }

    /**
     * @param method the call, which names the change in request log and ledger
     * @param persons whom it is about
     * @param datasets whose facts it may change
     */
    public <R extends Message> R once(
            MethodDescriptor<?, R> method,
            String requestId,
            RequestContext context,
            Parser<R> parser,
            List<PersonKey> persons,
            List<String> datasets,
            Supplier<R> change) {
        return once(method, requestId, context, parser, persons, datasets, change, UnaryOperator.identity());
    }

    /** @param told makes of what is stored under the request id what is answered: it may add what is read anew each time */
    public <R extends Message> R once(
            MethodDescriptor<?, R> method,
            String requestId,
            RequestContext context,
            Parser<R> parser,
            List<PersonKey> persons,
            List<String> datasets,
            Supplier<R> change,
            UnaryOperator<R> told) {
        String name = method.getFullMethodName();
        R stored = looks.refusalsToo(
                name,
                context,
                persons,
                datasets,
                () -> transaction.on(persons, () -> requests.once(requestId, name, parser, change)));
        return looks.recorded(name, context, persons, datasets, told.apply(stored));
    }
}
