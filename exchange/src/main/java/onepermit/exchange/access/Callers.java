package onepermit.exchange.access;

import io.grpc.Context;

/** The caller that the current thread works for. */
public final class Callers {
    private static final Context.Key<Caller> KEY = Context.key("caller");

    private Callers() {}

    public static Caller current() {
        Caller caller = KEY.get();
        if (caller == null) {
            throw new IllegalStateException("not inside a call; wrap the work with Context.current().wrap(..)");
        }
        return caller;
    }

    /** The given context, working for this caller. */
    public static Context with(Context context, Caller caller) {
        return context.withValue(KEY, caller);
    }
}
