package onepermit.exchange.catalogue.grpc;

import java.util.Optional;
import onepermit.exchange.catalogue.CatalogueSearch.Hit;
import onepermit.exchange.catalogue.CatalogueSearch.Place;
import onepermit.exchange.catalogue.Consumer;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.DatasetMessage;
import onepermit.exchange.catalogue.Description;
import onepermit.exchange.catalogue.Field;
import onepermit.exchange.catalogue.Retention;
import onepermit.exchange.catalogue.Sensitivity;
import onepermit.exchange.catalogue.Words;
import onepermit.exchange.v1.CatalogueEntry;
import onepermit.exchange.v1.CatalogueHit;
import onepermit.exchange.v1.CatalogueHitPlace;
import onepermit.exchange.v1.DatasetField;
import onepermit.exchange.v1.DatasetReader;
import onepermit.exchange.v1.FieldSensitivity;
import onepermit.exchange.v1.LocalisedText;
import onepermit.exchange.v1.RetentionPeriod;

/** Entries of the catalogue as messages. */
final class EntryMessage {
    private EntryMessage() {}

    static CatalogueEntry of(Dataset dataset, Description description, Optional<Retention> retention) {
        CatalogueEntry.Builder entry = CatalogueEntry.newBuilder()
                .setDataset(DatasetMessage.of(dataset))
                .setVersion(description.version())
                .setName(text(description.name()))
                .setDefinition(text(description.definition()))
                .setSharingBasis(text(description.sharingBasis()))
                .setUpdateRule(text(description.updateRule()))
                .setPersons(text(description.persons()))
                .addAllFields(
                        description.fields().stream().map(EntryMessage::field).toList())
                .addAllKnownDefects(description.knownDefects().stream()
                        .map(EntryMessage::text)
                        .toList())
                .addAllReaders(
                        dataset.consumers().stream().map(EntryMessage::reader).toList());
        retention.map(EntryMessage::retention).ifPresent(entry::setRetention);
        return entry.build();
    }

    private static RetentionPeriod retention(Retention retention) {
        return RetentionPeriod.newBuilder()
                .setKeptFor(retention.keptFor().toString())
                .setBasis(text(retention.basis()))
                .setVerified(retention.verified())
                .build();
    }

    static CatalogueHit of(Hit hit, CatalogueEntry entry) {
        return CatalogueHit.newBuilder()
                .setEntry(entry)
                .setPlace(place(hit.place()))
                .addAllFields(hit.fields())
                .build();
    }

    private static DatasetField field(Field field) {
        return DatasetField.newBuilder()
                .setPath(field.path())
                .setSensitivity(sensitivity(field.sensitivity()))
                .setMeaning(text(field.meaning()))
                .build();
    }

    private static DatasetReader reader(Consumer consumer) {
        return DatasetReader.newBuilder()
                .setDepartment(consumer.department())
                .addAllPurposes(
                        consumer.purposes().stream().map("PURPOSE_"::concat).toList())
                .build();
    }

    private static LocalisedText text(Words words) {
        return LocalisedText.newBuilder().setZh(words.zh()).setEn(words.en()).build();
    }

    private static FieldSensitivity sensitivity(Sensitivity sensitivity) {
        return switch (sensitivity) {
            case NONE -> FieldSensitivity.FIELD_SENSITIVITY_NONE;
            case PERSONAL -> FieldSensitivity.FIELD_SENSITIVITY_PERSONAL;
            case SENSITIVE -> FieldSensitivity.FIELD_SENSITIVITY_SENSITIVE;
        };
    }

    private static CatalogueHitPlace place(Place place) {
        return switch (place) {
            case NAME -> CatalogueHitPlace.CATALOGUE_HIT_PLACE_NAME;
            case FIELD -> CatalogueHitPlace.CATALOGUE_HIT_PLACE_FIELD;
            case DEFINITION -> CatalogueHitPlace.CATALOGUE_HIT_PLACE_DEFINITION;
        };
    }
}
