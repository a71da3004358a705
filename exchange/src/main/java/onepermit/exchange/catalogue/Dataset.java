package onepermit.exchange.catalogue;

import java.time.Duration;
import java.util.List;

/**
 * A kind of fact with one owner, as the catalogue has it.
 *
 * @param id e.g. {@code residence.registration}
 * @param owner department: {@code permit}, {@code education}, {@code social}, {@code health}
 * @param generation of the topic; a new one is a new topic, filled by a rebuild
 * @param personKey version of the keys that persons have on the topic; another one needs another generation
 * @param partitions of the topic, fixed for its generation
 * @param payloadType full name of the payload message
 * @param maxAge how old evidence may be unless a criterion says otherwise
 * @param topic {@code <prefix><id>.g<generation>}
 */
public record Dataset(
        String id,
        String owner,
        SharingClass sharingClass,
        int generation,
        int personKey,
        int partitions,
        String payloadType,
        Coverage coverage,
        List<Consumer> consumers,
        Duration maxAge,
        String topic) {
    private static final String CONTROL_PAYLOAD = "onepermit.exchange.v1.AgreementFact";

    /** The topic of another generation of this dataset. */
    public String topic(int ofGeneration) {
        return topic.substring(0, topic.lastIndexOf(".g")) + ".g" + ofGeneration;
    }

    /** Holds the agreements of its owner and nobody's facts: it is read without an agreement, for it is what says who may read the others. */
    public boolean control() {
        return payloadType.equals(CONTROL_PAYLOAD);
    }

    /** The dataset in which a department publishes its agreements. */
    public static String controlOf(String owner) {
        return "agreement." + owner;
    }

    public boolean readBy(String department) {
        return consumers.stream().anyMatch(consumer -> consumer.department().equals(department));
    }
}
