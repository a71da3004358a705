package onepermit.gateway.edge;

import com.google.protobuf.Descriptors.FileDescriptor;
import io.grpc.Channel;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The methods of all contracts, each handed on undecoded to the department it belongs to. */
final class PassThrough extends HandlerRegistry {
    private static final String EXCHANGE = "onepermit.exchange.v1";

    private final List<ServerServiceDefinition> services;
    private final Map<String, ServerMethodDefinition<?, ?>> methods = new HashMap<>();

    PassThrough(Contracts contracts, Backends backends) {
        services = contracts.services().stream()
                .map(service -> definition(service, route(service.getFile(), backends)))
                .toList();
        services.forEach(service -> service.getMethods()
                .forEach(method -> methods.put(method.getMethodDescriptor().getFullMethodName(), method)));
    }

    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
        return methods.get(name);
    }

    /** What reflection shows. */
    @Override
    public List<ServerServiceDefinition> getServices() {
        return services;
    }

    /** onepermit.education.v1 → education; the services of the exchange are every department's. */
    private static Function<Metadata, Channel> route(FileDescriptor file, Backends backends) {
        if (file.getPackage().equals(EXCHANGE)) {
            return backends::named;
        }
        String department = department(file);
        return headers -> backends.to(department);
    }

    static String department(FileDescriptor file) {
        return file.getPackage().split("\\.", -1)[1];
    }

    private static ServerServiceDefinition definition(
            com.google.protobuf.Descriptors.ServiceDescriptor service, Function<Metadata, Channel> route) {
        List<MethodDescriptor<byte[], byte[]>> methods =
                service.getMethods().stream().map(PassThrough::method).toList();
        ServiceDescriptor.Builder descriptor = ServiceDescriptor.newBuilder(service.getFullName())
                .setSchemaDescriptor((ProtoFileDescriptorSupplier) service::getFile);
        methods.forEach(descriptor::addMethod);
        ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(descriptor.build());
        methods.forEach(method -> definition.addMethod(method, new Forward(route)));
        return definition.build();
    }

    /** Of its own type, which decides about deadlines and spares a unary call a flush. */
    private static MethodDescriptor<byte[], byte[]> method(com.google.protobuf.Descriptors.MethodDescriptor contract) {
        return MethodDescriptor.newBuilder(Bytes.INSTANCE, Bytes.INSTANCE)
                .setType(Contracts.type(contract))
                .setFullMethodName(MethodDescriptor.generateFullMethodName(
                        contract.getService().getFullName(), contract.getName()))
                .build();
    }
}
