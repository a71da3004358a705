package onepermit.exchange.rpc;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors.CheckedForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One breaker for each source and method. Only calls that found nobody in time count against it; any other answer, a refusal too, shows that
 * the source is there, so a caller that sends rubbish cannot open it.
 */
public final class SourceBreakers {
    private static final Set<Status.Code> NOBODY_THERE =
            EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.INTERNAL);

    private final CircuitBreakerRegistry registry;

    /** @param open how long calls are refused before the first are let through again */
    public SourceBreakers(Duration open) {
        registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(open)
                .permittedNumberOfCallsInHalfOpenState(3)
                // A trial call that never comes back must not hold the breaker half open for ever.
                .maxWaitDurationInHalfOpenState(open)
                .build());
    }

    /** For the metrics. */
    public CircuitBreakerRegistry registry() {
        return registry;
    }

    public ClientInterceptor of(String source) {
        return new ClientInterceptor() {
            @Override
            public <Q, A> ClientCall<Q, A> interceptCall(
                    MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
                return new Guarded<>(
                        next.newCall(method, options),
                        registry.circuitBreaker(source + "/" + method.getFullMethodName()));
            }
        };
    }

    /** Was the call refused here, without asking anybody? */
    public static boolean refusedBy(Status status) {
        return status.getCause() instanceof CallNotPermittedException;
    }

    private static final class Guarded<Q, A> extends CheckedForwardingClientCall<Q, A> {
        private final CircuitBreaker breaker;

        Guarded(ClientCall<Q, A> call, CircuitBreaker breaker) {
            super(call);
            this.breaker = breaker;
        }

        @Override
        protected void checkedStart(Listener<A> listener, Metadata headers) throws StatusException {
            if (!breaker.tryAcquirePermission()) {
                throw Status.UNAVAILABLE
                        .withDescription(breaker.getName() + " has not answered lately and is left alone for a while")
                        .withCause(CallNotPermittedException.createCallNotPermittedException(breaker))
                        .asException();
            }
            Permission permission = new Permission(breaker);
            try {
                delegate().start(permission.until(listener), headers);
            } catch (RuntimeException | Error e) {
                permission.ended(Status.CANCELLED);
                throw e;
            }
        }
    }

    /** A permission of the breaker, given back exactly once however the call ends. */
    private static final class Permission {
        private final CircuitBreaker breaker;
        private final long began;
        private final AtomicBoolean held = new AtomicBoolean(true);

        Permission(CircuitBreaker breaker) {
            this.breaker = breaker;
            this.began = breaker.getCurrentTimestamp();
        }

        <A> ClientCall.Listener<A> until(ClientCall.Listener<A> listener) {
            return new SimpleForwardingClientCallListener<>(listener) {
                @Override
                public void onClose(Status status, Metadata trailers) {
                    ended(status);
                    super.onClose(status, trailers);
                }
            };
        }

        void ended(Status status) {
            if (!held.compareAndSet(true, false)) {
                return;
            }
            long took = breaker.getCurrentTimestamp() - began;
            TimeUnit unit = breaker.getTimestampUnit();
            if (status.getCode() == Status.Code.CANCELLED) {
                breaker.releasePermission(); // the caller went away, which says nothing about the source
            } else if (NOBODY_THERE.contains(status.getCode())) {
                breaker.onError(took, unit, status.asException());
            } else {
                breaker.onSuccess(took, unit);
            }
        }
    }
}
