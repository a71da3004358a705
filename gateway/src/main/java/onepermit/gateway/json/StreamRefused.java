package onepermit.gateway.json;

import io.grpc.Status.Code;

/** A stream broke before its first answer; its body may still be on the way. */
final class StreamRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Step.Broken broken;
    private final transient StreamedCall call;

    StreamRefused(Step.Broken broken, StreamedCall call) {
        super(null, broken.failure(), false, false);
        this.broken = broken;
        this.call = call;
    }

    Code code() {
        return broken.failure().getStatus().getCode();
    }

    Problem problem() {
        return broken.problem();
    }

    StreamedCall call() {
        return call;
    }
}
