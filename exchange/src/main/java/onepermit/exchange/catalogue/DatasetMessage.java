package onepermit.exchange.catalogue;

import onepermit.exchange.v1.SharingClass;

/** A dataset of the catalogue as a message. */
public final class DatasetMessage {
    private DatasetMessage() {}

    public static onepermit.exchange.v1.Dataset of(Dataset dataset) {
        return onepermit.exchange.v1.Dataset.newBuilder()
                .setId(dataset.id())
                .setOwner(dataset.owner())
                .setSharingClass(sharingClass(dataset))
                .setPayloadType(dataset.payloadType())
                .setTopic(dataset.topic())
                .setGeneration(dataset.generation())
                .setPartitions(dataset.partitions())
                .addAllCoverageDivisions(dataset.coverage().divisions())
                .setCoverageFrom(dataset.coverage().from().toString())
                .build();
    }

    private static SharingClass sharingClass(Dataset dataset) {
        return switch (dataset.sharingClass()) {
            case UNCONDITIONAL -> SharingClass.SHARING_CLASS_UNCONDITIONAL;
            case CONDITIONAL -> SharingClass.SHARING_CLASS_CONDITIONAL;
            case NOT_SHARED -> SharingClass.SHARING_CLASS_NOT_SHARED;
        };
    }
}
