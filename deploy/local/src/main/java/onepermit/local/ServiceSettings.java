package onepermit.local;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import onepermit.local.database.Postgres;

/** What each service is told by its environment; Boot binds the names. */
final class ServiceSettings {
    /** Those of departments, and that of the integrator of a machine on which nobody exists. */
    private static final String FIRST_AGREEMENTS =
            "classpath:agreements/departments.yaml,classpath:agreements/local-integrator.yaml";

    private final Local local;
    private final Properties passwords;

    ServiceSettings(Local local, Properties passwords) {
        this.local = local;
        this.passwords = passwords;
    }

    Map<String, String> of(Department department) {
        Map<String, String> settings = common(department.http(), department.grpc());
        settings.put(
                "SPRING_DATASOURCE_URL", Postgres.url(local.home(), address(Listener.POSTGRES), department.database()));
        settings.put("SPRING_DATASOURCE_USERNAME", department.role());
        settings.put("SPRING_DATASOURCE_PASSWORD", passwords.getProperty(department.role()));
        settings.put("ONEPERMIT_KAFKA_BOOTSTRAP_SERVERS", address(Listener.KAFKA));
        settings.put("ONEPERMIT_AGREEMENTS_FIRST", FIRST_AGREEMENTS);
        for (Department peer : Department.values()) settings.put("ONEPERMIT_PEERS_" + peer, address(peer.grpc()));
        return settings;
    }

    Map<String, String> ofGateway() {
        Map<String, String> settings = common(Listener.GATEWAY, Listener.GATEWAY_GRPC);
        for (Department peer : Department.values())
            settings.put("ONEPERMIT_GATEWAY_ROUTES_" + peer, address(peer.grpc()));
        return settings;
    }

    private Map<String, String> common(Listener http, Listener grpc) {
        var settings = new TreeMap<String, String>();
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SERVER_PORT", "" + local.ports().of(http));
        settings.put("SPRING_GRPC_SERVER_ADDRESS", "127.0.0.1");
        settings.put("SPRING_GRPC_SERVER_PORT", "" + local.ports().of(grpc));
        settings.put("ONEPERMIT_KEYS_DIRECTORY", local.home().keys().toString());
        settings.put(
                "ONEPERMIT_ISSUER_URI",
                "http://localhost:%d".formatted(local.ports().of(Listener.GATEWAY)));
        settings.put("ONEPERMIT_PROFILE_SYNTHETIC", "true");
        // There is no collector on this machine unless the person says where.
        if (!System.getenv().containsKey("OTEL_EXPORTER_OTLP_ENDPOINT"))
            settings.put("MANAGEMENT_OTLP_METRICS_EXPORT_ENABLED", "false");
        return settings;
    }

    private String address(Listener listener) {
        return local.ports().address(listener);
    }
}
