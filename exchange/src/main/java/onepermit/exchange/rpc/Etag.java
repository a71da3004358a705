package onepermit.exchange.rpc;

import io.grpc.Status.Code;

/** The version of what a caller read, so that nobody overwrites what they have not seen. */
public final class Etag {
    private Etag() {}

    /** @param version 0 = nothing is there yet, whose etag is empty */
    public static String of(long version) {
        return version == 0 ? "" : "v" + version;
    }

    /**
     * For a change that is open to callers who may not see what is there: they send no etag.
     *
     * @param seen whether this caller may see it
     */
    public static void require(String given, long current, boolean seen) {
        if (seen || !given.isEmpty()) {
            require(given, current);
        }
    }

    public static void require(String given, long current) {
        if (given.equals(of(current))) {
            return;
        }
        if (given.isEmpty()) {
            throw new RefusalException(
                    Refusal.invalid("ETAG_MISSING", "etag", "read first and send the etag of what was read"));
        }
        throw new RefusalException(
                new Refusal(Code.ABORTED, "ETAG_MISMATCH", "etag", "changed since it was read; read again and repeat"));
    }
}
