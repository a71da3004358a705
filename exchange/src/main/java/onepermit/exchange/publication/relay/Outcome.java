package onepermit.exchange.publication.relay;

import java.util.List;

/** What became of a batch. Anything else is trouble, and an exception. */
sealed interface Outcome {
    /** All of it is on the topics. */
    record Sent() implements Outcome {}

    /** None of it is, because Kafka refuses these rows for what they are. */
    record Refused(List<RefusedRow> rows) implements Outcome {}

    /**
     * @param wholeTopic no row of this dataset can be sent, whoever it is about
     */
    record RefusedRow(OutboxRow row, String reason, boolean wholeTopic) {}
}
