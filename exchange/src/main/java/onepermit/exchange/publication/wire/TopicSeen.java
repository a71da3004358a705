package onepermit.exchange.publication.wire;

/** What the broker says about a topic. */
public sealed interface TopicSeen {
    String ABSENT = "TOPIC_ABSENT";
    String NOT_AUTHORISED = "TOPIC_NOT_AUTHORISED";

    /**
     * It is there.
     *
     * @param id Kafka's own; the same name under another id is another topic
     * @param readable whether who asks may read it
     */
    record Present(String id, boolean readable) implements TopicSeen {}

    /**
     * It is not, or not for who asks.
     *
     * @param reason {@link #ABSENT} or {@link #NOT_AUTHORISED}
     */
    record Away(String reason) implements TopicSeen {}
}
