package onepermit.gateway.usage;

import com.google.rpc.ErrorInfo;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import onepermit.exchange.access.Tokens;
import onepermit.exchange.rpc.Failures;
import onepermit.exchange.rpc.RefusalException;
import onepermit.gateway.edge.CallersToken;
import onepermit.gateway.v1.MissingDepartment;
import org.jspecify.annotations.Nullable;

/** Asks departments for the caller, all at once. One that is away or slow is missing; a refusal of the caller is the answer to the whole. */
final class Departments {
    private static final long PATIENCE_MILLIS = 6_000;
    private static final Set<Code> OF_THE_CALLER =
            Set.of(Code.INVALID_ARGUMENT, Code.UNAUTHENTICATED, Code.PERMISSION_DENIED);

    private final Function<String, Channel> channels;
    private final BiFunction<String, String, String> exchange;

    /** What departments answered, by their names, and which did not. */
    record Answers<A>(Map<String, A> by, List<MissingDepartment> missing) {}

    /**
     * @param channels to a department
     * @param exchange a caller's token and a department → the authorization header there
     */
    Departments(Function<String, Channel> channels, BiFunction<String, String, String> exchange) {
        this.channels = channels;
        this.exchange = exchange;
    }

    /** @param question is given the department and a channel on which the caller is known */
    <A> Answers<A> ask(Collection<String> departments, BiFunction<String, Channel, A> question) {
        String token = CallersToken.current();
        Deadline deadline = patience();
        Map<String, Future<A>> asked = new TreeMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String department : departments) {
                Callable<A> ask = () -> question.apply(department, channel(token, department, deadline));
                asked.put(department, threads.submit(Context.current().wrap(ask)));
            }
            return collected(asked);
        }
    }

    /** Leaves some of the caller's time for the answer, which names who took too long. */
    private static Deadline patience() {
        Deadline deadline = Context.current().getDeadline();
        long left = deadline == null ? PATIENCE_MILLIS : deadline.timeRemaining(TimeUnit.MILLISECONDS) * 3 / 4;
        return Deadline.after(Math.min(left, PATIENCE_MILLIS), TimeUnit.MILLISECONDS);
    }

    private Channel channel(String token, String department, Deadline deadline) {
        Metadata headers = new Metadata();
        headers.put(Tokens.AUTHORIZATION, exchange.apply(token, department));
        return ClientInterceptors.intercept(
                channels.apply(department), MetadataUtils.newAttachHeadersInterceptor(headers), new Until(deadline));
    }

    private static <A> Answers<A> collected(Map<String, Future<A>> asked) {
        Map<String, A> by = new TreeMap<>();
        List<MissingDepartment> missing = new ArrayList<>();
        asked.forEach((department, answer) -> {
            StatusRuntimeException failure = failure(answer, value -> by.put(department, value));
            if (failure != null) {
                if (OF_THE_CALLER.contains(failure.getStatus().getCode())) {
                    throw failure;
                }
                missing.add(MissingDepartment.newBuilder()
                        .setDepartment(department)
                        .setReason(reason(failure))
                        .build());
            }
        });
        return new Answers<>(by, missing);
    }

    private static <A> @Nullable StatusRuntimeException failure(
            Future<A> answer, java.util.function.Consumer<A> answered) {
        try {
            answered.accept(answer.get());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case StatusRuntimeException status -> status;
                case RefusalException refused -> Failures.of(refused);
                case null, default -> throw new IllegalStateException(e);
            };
        }
    }

    private static String reason(StatusRuntimeException failure) {
        return Optional.ofNullable(StatusProto.fromThrowable(failure)).stream()
                .flatMap(status -> status.getDetailsList().stream())
                .filter(detail -> detail.is(ErrorInfo.class))
                .findFirst()
                .map(Departments::reason)
                .orElse(failure.getStatus().getCode().name());
    }

    private static String reason(com.google.protobuf.Any detail) {
        try {
            return detail.unpack(ErrorInfo.class).getReason();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
