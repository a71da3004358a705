package onepermit.exchange.replica.reader;

import onepermit.exchange.catalogue.Dataset;

/** One copy of one dataset, and the topic it follows. */
public record Slot(short number, Dataset dataset, int generation) {

    public String topic() {
        return dataset.topic(generation);
    }
}
