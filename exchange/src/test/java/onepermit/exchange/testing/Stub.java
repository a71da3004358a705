package onepermit.exchange.testing;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.stub.AbstractStub;

/** A stub of no service, for methods found by their contracts. */
final class Stub extends AbstractStub<Stub> {
    Stub(Channel channel) {
        this(channel, CallOptions.DEFAULT);
    }

    private Stub(Channel channel, CallOptions options) {
        super(channel, options);
    }

    @Override
    protected Stub build(Channel channel, CallOptions options) {
        return new Stub(channel, options);
    }
}
