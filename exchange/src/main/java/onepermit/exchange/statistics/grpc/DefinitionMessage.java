package onepermit.exchange.statistics.grpc;

import onepermit.exchange.catalogue.Words;
import onepermit.exchange.statistics.Definition;
import onepermit.exchange.v1.LocalisedText;
import onepermit.exchange.v1.StatisticDefinition;

/** A definition as a message. */
final class DefinitionMessage {
    private DefinitionMessage() {}

    static StatisticDefinition of(Definition definition) {
        StatisticDefinition.Builder message = StatisticDefinition.newBuilder()
                .setId(definition.id())
                .setVersion(definition.version())
                .setOwner(definition.owner())
                .setName(text(definition.name()))
                .setMeaning(text(definition.meaning()))
                .setSource(text(definition.source()));
        definition.share().ifPresent(share -> message.setShareOf(share.of()).setShareAmong(share.among()));
        return message.build();
    }

    private static LocalisedText text(Words words) {
        return LocalisedText.newBuilder().setZh(words.zh()).setEn(words.en()).build();
    }
}
