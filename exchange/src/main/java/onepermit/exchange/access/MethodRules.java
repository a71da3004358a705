package onepermit.exchange.access;

import com.google.protobuf.Descriptors.Descriptor;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import onepermit.exchange.rpc.House;
import onepermit.exchange.v1.Purpose;

/** The access rules of the methods served; a served method without one does not start. */
public final class MethodRules {
    private final Map<String, MethodRule> rules = new ConcurrentHashMap<>();

    /** @throws IllegalStateException a method has no rule */
    public void add(ServerServiceDefinition service) {
        for (ServerMethodDefinition<?, ?> method : service.getMethods()) {
            if (House.owns(method.getMethodDescriptor())) {
                rules.put(method.getMethodDescriptor().getFullMethodName(), rule(method.getMethodDescriptor()));
            }
        }
    }

    /** The request messages of all methods known. */
    public Collection<Descriptor> requests() {
        return List.copyOf(rules.values().stream().map(MethodRule::request).toList());
    }

    /** Whether a method changes something, which it shows by the id its requests have; a method not known does not. */
    public boolean changes(String fullMethodName) {
        MethodRule rule = rules.get(fullMethodName);
        return rule != null && rule.request().findFieldByName("request_id") != null;
    }

    /** Whether a method answers a stream of questions about persons; a method not known does not. */
    public boolean takesBatches(String fullMethodName) {
        MethodRule rule = rules.get(fullMethodName);
        return rule != null && rule.checkedByHandler();
    }

    /** Whether a method that is known may be called for the purpose. */
    public boolean allows(String fullMethodName, Purpose purpose) {
        MethodRule rule = rules.get(fullMethodName);
        return rule != null && rule.allows(purpose);
    }

    /** Empty for the methods of gRPC itself. */
    Optional<MethodRule> of(MethodDescriptor<?, ?> method) {
        if (!House.owns(method)) {
            return Optional.empty();
        }
        return Optional.of(rules.computeIfAbsent(method.getFullMethodName(), name -> rule(method)));
    }

    private static MethodRule rule(MethodDescriptor<?, ?> method) {
        if (method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier proto) {
            return MethodRule.of(proto.getMethodDescriptor());
        }
        throw new IllegalStateException("method " + method.getFullMethodName() + " has no contract");
    }
}
