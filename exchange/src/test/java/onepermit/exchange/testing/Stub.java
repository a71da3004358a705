package onepermit.exchange.testing;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.ClientCalls;

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

    /** The answer to one question; of a stream the first, and its own request where it ends without one. */
    Message first(MethodDescriptor<Message, Message> method, Message question) {
        return method.getType() == MethodType.UNARY
                ? ClientCalls.blockingUnaryCall(getChannel(), method, getCallOptions(), question)
                : FirstAnswer.of(getChannel().newCall(method, getCallOptions()), question);
    }
}
