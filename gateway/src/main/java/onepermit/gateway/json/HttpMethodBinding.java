package onepermit.gateway.json;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.protobuf.ProtoUtils;
import java.util.Optional;
import onepermit.gateway.edge.Contracts;

/**
 * A method of the contracts and the path it has over HTTP ({@code google.api.http}).
 *
 * @param verb GET or POST
 * @param path as the contract says; for a service of every department {@code /v1/departments/{department}/…}
 * @param department empty when the path names it
 */
record HttpMethodBinding(
        String verb,
        String path,
        String department,
        MethodDescriptor contract,
        io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> method) {
    static final String DEPARTMENTS = "/v1/departments/";
    private static final String EVERYWHERE = "exchange";

    static Optional<HttpMethodBinding> of(MethodDescriptor contract) {
        HttpRule rule = contract.getOptions().getExtension(AnnotationsProto.http);
        return switch (rule.getPatternCase()) {
            case GET -> Optional.of(binding("GET", rule.getGet(), contract));
            case POST -> Optional.of(binding("POST", rule.getPost(), contract));
            case PUT, DELETE, PATCH, CUSTOM ->
                throw new IllegalStateException(contract.getFullName() + ": only get and post are spoken here");
            case PATTERN_NOT_SET -> Optional.empty();
        };
    }

    boolean clientStreams() {
        return contract.isClientStreaming();
    }

    boolean serverStreams() {
        return contract.isServerStreaming();
    }

    DynamicMessage.Builder request() {
        return DynamicMessage.newBuilder(contract.getInputType());
    }

    private static HttpMethodBinding binding(String verb, String path, MethodDescriptor contract) {
        String department = contract.getFile().getPackage().split("\\.", -1)[1];
        boolean everywhere = department.equals(EVERYWHERE);
        return new HttpMethodBinding(
                verb,
                everywhere ? DEPARTMENTS + "{department}" + path.substring("/v1".length()) : path,
                everywhere ? "" : department,
                contract,
                grpc(contract));
    }

    private static io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> grpc(MethodDescriptor contract) {
        return io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                .setType(Contracts.type(contract))
                .setFullMethodName(io.grpc.MethodDescriptor.generateFullMethodName(
                        contract.getService().getFullName(), contract.getName()))
                .setRequestMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(contract.getInputType())))
                .setResponseMarshaller(
                        ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(contract.getOutputType())))
                .build();
    }
}
