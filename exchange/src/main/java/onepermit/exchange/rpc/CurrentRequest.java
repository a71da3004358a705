package onepermit.exchange.rpc;

import com.google.protobuf.Message;
import io.grpc.Context;
import org.jspecify.annotations.Nullable;

/** The request of the unary call that the current thread works for. */
public final class CurrentRequest {
    private static final Context.Key<CurrentRequest> KEY = Context.key("request");

    private volatile @Nullable Message message;

    /** Where the request will be kept once it has arrived. */
    public static Context expected(Context context, CurrentRequest request) {
        return context.withValue(KEY, request);
    }

    public void arrived(Message request) {
        message = request;
    }

    static Message get() {
        CurrentRequest current = KEY.get();
        Message request = current == null ? null : current.message;
        if (request == null) {
            throw new IllegalStateException("not inside a unary call; give the request");
        }
        return request;
    }
}
