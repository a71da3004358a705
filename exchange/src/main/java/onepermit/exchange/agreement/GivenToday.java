package onepermit.exchange.agreement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.PayloadMessage;
import onepermit.exchange.v1.Purpose;

/** What is given on one day. */
record GivenToday(
        LocalDate day,
        Map<ForPurpose, Map<String, GivenFields>> purposes,
        Map<String, Map<String, GivenFields>> any,
        Map<String, Map<String, GivenFields>> copies) {

    /** A consumer and what it looks for. */
    record ForPurpose(String consumer, Purpose purpose) {}

    static GivenToday of(List<StandingAgreement> standing, LocalDate day, Catalogue catalogue) {
        GivenToday given = new GivenToday(day, new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (StandingAgreement agreement : standing) {
            given.add(agreement, catalogue);
        }
        return given;
    }

    Map<String, GivenFields> forPurpose(String consumer, Purpose purpose) {
        return purposes.getOrDefault(new ForPurpose(consumer, purpose), Map.of());
    }

    Map<String, GivenFields> forAny(String consumer) {
        return any.getOrDefault(consumer, Map.of());
    }

    Map<String, GivenFields> kept(String consumer) {
        return copies.getOrDefault(consumer, Map.of());
    }

    private void add(StandingAgreement agreement, Catalogue catalogue) {
        if (agreement.inForce(day)) {
            agreement
                    .purposes()
                    .forEach(purpose ->
                            each(agreement, catalogue, into(purposes, new ForPurpose(agreement.consumer(), purpose))));
            each(agreement, catalogue, into(any, agreement.consumer()));
        }
        if (agreement.holds(day)) {
            each(agreement, catalogue, into(copies, agreement.consumer()));
        }
    }

    private static <K> BiConsumer<String, GivenFields> into(Map<K, Map<String, GivenFields>> map, K key) {
        Map<String, GivenFields> of = map.computeIfAbsent(key, k -> new HashMap<>());
        return (dataset, fields) -> of.merge(dataset, fields, GivenFields::with);
    }

    /** A dataset that left the catalogue is given to nobody. */
    private static void each(StandingAgreement agreement, Catalogue catalogue, BiConsumer<String, GivenFields> given) {
        agreement
                .fields()
                .forEach((id, fields) -> catalogue.find(id).ifPresent(dataset -> {
                    Set<String> all = PayloadMessage.fields(dataset).collect(Collectors.toSet());
                    given.accept(id, GivenFields.of(fields, all));
                }));
    }
}
