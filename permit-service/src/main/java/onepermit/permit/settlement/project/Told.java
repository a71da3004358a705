package onepermit.permit.settlement.project;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onepermit.exchange.claim.ClaimWords;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.decision.EvidenceOf;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.permit.application.Stay;
import onepermit.permit.settlement.SettlementRules;
import onepermit.permit.settlement.Settler;

/** What one dataset says of a person, on its way into the words of the case. */
record Told(ClaimWords words, Settler settler, SettlementRules rules, Finding finding) {
    private static final String SUBJECT = "applicant";

    /** A fact that speaks of the city, and what is read in it. */
    record Here<M>(M fact, FactRow row) {}

    boolean fresh() {
        return finding.fresh(rules.set().maxAge(finding.dataset()));
    }

    /** In the order of their ids, so that the same facts make the same decision byte for byte. */
    <M> List<Here<M>> facts(Parser<M> parser) {
        return finding.rows().stream()
                .sorted(Comparator.comparing(FactRow::factId))
                .map(row -> new Here<>(read(parser, row), row))
                .toList();
    }

    private static <M> M read(Parser<M> parser, FactRow row) {
        try {
            return parser.parseFrom(row.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a fact of " + row.dataset() + " passed the road and cannot be read", e);
        }
    }

    boolean inCity(String division) {
        return CityOrCounty.of(new DivisionCode(division)).equals(settler.city());
    }

    /** @param to yyyymmdd; 0 = open */
    static Stay stay(String division, int from, int to) {
        return new Stay(new DivisionCode(division), Dates.fromCode(from), to == 0 ? null : Dates.fromCode(to));
    }

    /** Evidence of each fact, or that there is none. */
    <M> int[] evidence(List<Here<M>> facts, Function<M, Bilingual> value, Bilingual none) {
        List<Integer> indexes = new ArrayList<>();
        facts.forEach(here ->
                indexes.add(words.evidence(EvidenceOf.fact(finding, here.row(), SUBJECT, value.apply(here.fact())))));
        if (indexes.isEmpty()) {
            indexes.add(words.evidence(EvidenceOf.absence(finding, SUBJECT, none)));
        }
        return indexes.stream().mapToInt(i -> i).toArray();
    }

    /** Too old, not covered or parked: the words are unknown, and the owner is named. */
    void unknown(List<String> names) {
        PendingEvidence pending = EvidenceOf.pending(finding, rules.set().maxAge(finding.dataset()));
        int stale = words.evidence(EvidenceOf.stale(finding, SUBJECT));
        names.forEach(name -> words.unknown(name, pending, stale));
    }

    /** Counts by months of the study, which waits for an officer where one is claimed. */
    void inStudy(String name, Function<Settler.Study, Long> months, int... evidence) {
        Optional<Settler.Study> study = settler.study();
        study.ifPresentOrElse(
                known -> words.known(name, months.apply(known), evidence),
                () -> words.unknown(
                        name,
                        PendingEvidence.newBuilder()
                                .setDataset("settlement.claims")
                                .setSource("permit")
                                .setCause("NOT_CONFIRMED")
                                .build(),
                        evidence));
    }

    static int month(LocalDate day) {
        return day.getYear() * 100 + day.getMonthValue();
    }
}
