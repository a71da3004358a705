package onepermit.exchange.rpc.server;

import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;

/**
 * gRPC health that tells ready from alive: {@code liveness} serves as long as the process answers; {@code readiness} and
 * the empty name only while it takes traffic.
 */
public final class ServingState {
    private final HealthStatusManager health;

    public ServingState(HealthStatusManager health) {
        this.health = health;
        health.setStatus("liveness", ServingStatus.SERVING);
        ready(false);
    }

    @EventListener
    void changed(AvailabilityChangeEvent<ReadinessState> event) {
        ready(event.getState() == ReadinessState.ACCEPTING_TRAFFIC);
    }

    private void ready(boolean ready) {
        ServingStatus status = ready ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
        health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
        health.setStatus("readiness", status);
    }
}
