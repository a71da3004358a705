package onepermit.exchange.access;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onepermit.exchange.v1.Access;
import onepermit.exchange.v1.AccessRule;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * What a method demands of its callers: its {@code (onepermit.exchange.v1.access)} option and where its requests carry
 * their context.
 *
 * @param open whether anyone may call it, without a token
 * @param context null when the request is about nobody, or when each message wraps a question of its own
 */
record MethodRule(
        String method,
        Descriptor request,
        boolean open,
        Set<String> roles,
        boolean aboutPerson,
        Set<String> purposes,
        @Nullable FieldDescriptor context) {

    static MethodRule of(com.google.protobuf.Descriptors.MethodDescriptor method) {
        if (!method.getOptions().hasExtension(Access.access)) {
            throw new IllegalStateException(
                    "method " + method.getFullName() + " has no (onepermit.exchange.v1.access); nobody may call it");
        }
        AccessRule rule = method.getOptions().getExtension(Access.access);
        return new MethodRule(
                method.getFullName(),
                method.getInputType(),
                rule.getOpen(),
                new TreeSet<>(rule.getRolesList()),
                rule.getAboutPerson(),
                new TreeSet<>(rule.getPurposesList()),
                rule.getAboutPerson() ? context(method.getInputType()).orElse(null) : null);
    }

    /** A stream whose messages wrap one question each: a bad line is an answer, so its handler checks the lines. */
    boolean checkedByHandler() {
        return aboutPerson && context == null;
    }

    boolean allows(Purpose purpose) {
        return purposes.isEmpty() || purposes.contains(purpose.name());
    }

    String contextField() {
        return contextOf().getName();
    }

    RequestContext context(Message request) {
        return (RequestContext) request.getField(contextOf());
    }

    /** What the request states, where it states anything. */
    RequestContext stated(Message request) {
        return context == null ? RequestContext.getDefaultInstance() : context(request);
    }

    /** As gRPC writes it: service and method with a slash between. */
    String path() {
        int dot = method.lastIndexOf('.');
        return method.substring(0, dot) + "/" + method.substring(dot + 1);
    }

    /** The same demands on the question inside a message. */
    MethodRule on(Message question) {
        return question.getDescriptorForType().equals(request)
                ? this
                : new MethodRule(
                        method,
                        question.getDescriptorForType(),
                        open,
                        roles,
                        aboutPerson,
                        purposes,
                        context(question.getDescriptorForType()).orElse(null));
    }

    private FieldDescriptor contextOf() {
        return Objects.requireNonNull(context, "this request has no context");
    }

    private static Optional<FieldDescriptor> context(Descriptor message) {
        return message.getFields().stream()
                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .filter(field -> field.getMessageType().equals(RequestContext.getDescriptor()))
                .findFirst();
    }
}
