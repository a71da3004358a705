package onepermit.exchange.rpc;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import build.buf.validate.Violation;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The rules that stand in the contracts, applied to a request; its values never stand in the refusal. */
public final class RequestShape {
    private final Validator validator = ValidatorFactory.newBuilder().build();

    /** Reads the rules of these messages now, so that the first call does not pay for it. */
    public void warm(Collection<Descriptor> requests) {
        requests.forEach(request -> violations(DynamicMessage.getDefaultInstance(request)));
    }

    public void check(Message request) {
        KnownEnums.check("", request);
        List<Refusal> refusals = violations(request).stream()
                .map(violation -> refusal(violation.toProto()))
                .toList();
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals.getFirst(), refusals.subList(1, refusals.size()));
        }
    }

    private List<build.buf.protovalidate.Violation> violations(Message request) {
        try {
            ValidationResult result = validator.validate(request);
            return result.getViolations();
        } catch (ValidationException e) {
            throw new IllegalStateException("a rule of the contracts cannot be run", e);
        }
    }

    private static Refusal refusal(Violation violation) {
        String field = path(violation.getField());
        String reason = "required".equals(violation.getRuleId()) ? "FIELD_REQUIRED" : "FIELD_INVALID";
        String text = violation.getMessage().isEmpty() ? "breaks " + violation.getRuleId() : violation.getMessage();
        return Refusal.invalid(reason, field, field + ": " + text);
    }

    private static String path(FieldPath path) {
        return path.getElementsList().stream().map(RequestShape::step).collect(Collectors.joining("."));
    }

    private static String step(FieldPathElement element) {
        return element.hasIndex() ? element.getFieldName() + "[" + element.getIndex() + "]" : element.getFieldName();
    }
}
