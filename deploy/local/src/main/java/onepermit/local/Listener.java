package onepermit.local;

/** Everything that listens, all on 127.0.0.1, with its usual port; {@code ONEPERMIT_PORT_KAFKA=…} and so on choose another. */
public enum Listener {
    POSTGRES(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    GATEWAY(8080),
    GATEWAY_GRPC(9090),
    PERMIT(8101),
    PERMIT_GRPC(9101),
    EDUCATION(8102),
    EDUCATION_GRPC(9102),
    SOCIAL(8103),
    SOCIAL_GRPC(9103),
    HEALTH(8104),
    HEALTH_GRPC(9104);

    private final int usual;

    Listener(int usual) {
        this.usual = usual;
    }

    public int usual() {
        return usual;
    }

    public String variable() {
        return "ONEPERMIT_PORT_" + name();
    }
}
