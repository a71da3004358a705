package onepermit.exchange.testing;

/** Kafka's own main, tied to the life of the test. */
public final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) {
        Orphan.diesWithParent();
        kafka.Kafka.main(arguments);
    }
}
