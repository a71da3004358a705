package onepermit.local;

import java.util.Locale;

/** A department's service as the stack sees it: one process, one database, one role. */
public enum Department {
    PERMIT("permit-service", Listener.PERMIT, Listener.PERMIT_GRPC),
    EDUCATION("education-service", Listener.EDUCATION, Listener.EDUCATION_GRPC),
    SOCIAL("hr-social-service", Listener.SOCIAL, Listener.SOCIAL_GRPC),
    HEALTH("health-service", Listener.HEALTH, Listener.HEALTH_GRPC);

    private final String service;
    private final Listener http;
    private final Listener grpc;

    Department(String service, Listener http, Listener grpc) {
        this.service = service;
        this.http = http;
        this.grpc = grpc;
    }

    public String service() {
        return service;
    }

    public Listener http() {
        return http;
    }

    public Listener grpc() {
        return grpc;
    }

    public String role() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String database() {
        return "onepermit_" + role();
    }
}
