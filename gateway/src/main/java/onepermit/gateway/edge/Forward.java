package onepermit.gateway.edge;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import java.util.function.Function;

/** Hands a call on: its context carries deadline and cancellation over, its headers go as they came. */
record Forward(Function<Metadata, Channel> route) implements ServerCallHandler<byte[], byte[]> {

    @Override
    public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> caller, Metadata headers) {
        ClientCall<byte[], byte[]> backend =
                route.apply(headers).newCall(caller.getMethodDescriptor(), CallOptions.DEFAULT);
        Pipe pipe = new Pipe(caller, backend);
        backend.start(pipe.fromBackend(), headers);
        caller.request(1);
        backend.request(1);
        return pipe.fromCaller();
    }
}
