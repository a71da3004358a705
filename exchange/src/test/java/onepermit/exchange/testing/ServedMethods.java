package onepermit.exchange.testing;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import onepermit.exchange.v1.Access;
import onepermit.exchange.v1.AccessRule;
import onepermit.exchange.v1.RequestContext;
import org.springframework.context.ApplicationContext;

/** The methods of the house that a running service serves, with what their contracts say. */
final class ServedMethods {
    private ServedMethods() {}

    static List<MethodDescriptor<Message, Message>> of(ApplicationContext service) {
        return service.getBeansOfType(BindableService.class).values().stream()
                .flatMap(served -> served.bindService().getMethods().stream())
                .map(method -> ServedMethods.<Message, Message>cast(method.getMethodDescriptor()))
                .filter(method -> method.getFullMethodName().startsWith("onepermit."))
                .toList();
    }

    /** Every role that one of them takes, and one that none takes. */
    static Set<String> roles(List<MethodDescriptor<Message, Message>> methods) {
        Set<String> roles = new TreeSet<>(Set.of("nobody"));
        methods.forEach(method -> roles.addAll(rule(method).getRolesList()));
        return roles;
    }

    static AccessRule rule(MethodDescriptor<Message, Message> method) {
        return ((ProtoMethodDescriptorSupplier) Objects.requireNonNull(method.getSchemaDescriptor()))
                .getMethodDescriptor()
                .getOptions()
                .getExtension(Access.access);
    }

    static Message prototype(MethodDescriptor<Message, Message> method) {
        return Objects.requireNonNull(
                ((PrototypeMarshaller<Message>) method.getRequestMarshaller()).getMessagePrototype());
    }

    /** Where a request carries why it is made; none where its messages wrap a question each. */
    static Stream<FieldDescriptor> context(MethodDescriptor<Message, Message> method) {
        Descriptor request = prototype(method).getDescriptorForType();
        return request.getFields().stream()
                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .filter(field -> field.getMessageType().equals(RequestContext.getDescriptor()));
    }

    @SuppressWarnings("unchecked") // all contracts of the house are protobuf
    private static <Q, A> MethodDescriptor<Q, A> cast(MethodDescriptor<?, ?> method) {
        return (MethodDescriptor<Q, A>) method;
    }
}
