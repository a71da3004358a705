package onepermit.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onepermit.exchange.v1.AccessRule;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;

/**
 * Every method that a service serves, by every role, for every purpose: asked over gRPC, and let in exactly where the contract says. Made from
 * the contracts, so that a new method is in it by itself.
 */
public final class AccessMatrix {
    private static final List<String> REFUSED_AT_THE_DOOR = List.of("ROLE", "PURPOSE", "PURPOSE_MISSING");

    private final List<MethodDescriptor<Message, Message>> methods;
    private final Map<String, Stub> stubs;

    /** @param division where everybody works who asks */
    public AccessMatrix(Door door, String division) {
        methods = ServedMethods.of(door.service());
        stubs = ServedMethods.roles(methods).stream()
                .collect(Collectors.toMap(Function.identity(), role -> door.as(role, division)));
    }

    /** @return how many questions were asked */
    public int holds() {
        AtomicInteger asked = new AtomicInteger();
        cells().parallel().forEach(cell -> {
            assertThat(answer(cell)).as(cell.toString()).isEqualTo(expected(cell));
            asked.incrementAndGet();
        });
        return asked.get();
    }

    private Stream<Cell> cells() {
        return methods.stream()
                .flatMap(method -> stubs.keySet().stream()
                        .flatMap(role -> purposes(method, role).map(purpose -> new Cell(method, role, purpose))))
                .toList()
                .stream();
    }

    /** One field of the matrix. */
    private record Cell(MethodDescriptor<Message, Message> method, String role, Purpose purpose) {
        @Override
        public String toString() {
            return method.getFullMethodName() + " by " + role + " for " + purpose;
        }
    }

    private static Stream<Purpose> purposes(MethodDescriptor<Message, Message> method, String role) {
        AccessRule rule = ServedMethods.rule(method);
        return rule.getAboutPerson() && ServedMethods.context(method).findAny().isPresent()
                ? AskedPurposes.of(rule, role)
                : Stream.of(Purpose.PURPOSE_UNSPECIFIED);
    }

    private static String expected(Cell cell) {
        AccessRule rule = ServedMethods.rule(cell.method());
        if (rule.getOpen()) {
            return "IN";
        }
        if (!rule.getRolesList().contains(cell.role())) {
            return "ROLE";
        }
        if (!rule.getAboutPerson()
                || ServedMethods.context(cell.method()).findAny().isEmpty()) {
            return "IN";
        }
        if (cell.purpose() == Purpose.PURPOSE_UNSPECIFIED) {
            return "PURPOSE_MISSING";
        }
        boolean allowed = rule.getPurposesCount() == 0
                || rule.getPurposesList().contains(cell.purpose().name());
        return allowed ? "IN" : "PURPOSE";
    }

    /** What is let in is an empty question: it fails later, or is answered. */
    private String answer(Cell cell) {
        try {
            ask(cell);
            return "IN";
        } catch (StatusRuntimeException e) {
            assertThat(e.getStatus().getCode())
                    .as(cell.toString())
                    .isNotIn(Status.Code.UNKNOWN, Status.Code.INTERNAL, Status.Code.DEADLINE_EXCEEDED);
            String reason = Refused.of(e).reason();
            return REFUSED_AT_THE_DOOR.contains(reason) ? reason : "IN";
        }
    }

    private void ask(Cell cell) {
        Objects.requireNonNull(stubs.get(cell.role())).first(cell.method(), question(cell));
    }

    private static Message question(Cell cell) {
        Message.Builder question = ServedMethods.prototype(cell.method()).newBuilderForType();
        ServedMethods.context(cell.method())
                .forEach(field -> question.setField(
                        field,
                        RequestContext.newBuilder()
                                .setPurpose(cell.purpose())
                                .setCaseRef("TEST-1")
                                .build()));
        return question.build();
    }
}
