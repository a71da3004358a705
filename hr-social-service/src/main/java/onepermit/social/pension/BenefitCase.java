package onepermit.social.pension;

import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.EvidenceOf;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.PendingEvidence;

/** One question in the words of the pension vocabulary, each value with its evidence. */
record BenefitCase(
        BenefitQuestion question,
        RuleSet rules,
        RetirementAge age,
        PensionReading reading,
        Map<DivisionCode, RelationRecord> records,
        Duration maxAge) {
    private static final String SUBJECT = "applicant";

    CaseFacts facts() {
        CaseFacts facts = new CaseFacts();
        facts.known("case.comparisonLevel", level().name());
        facts.known("case.makeUpMonths", question.makeUpMonths());
        facts.known("retirement.on", Dates.toCode(age.on()));
        facts.known("retirement.ageMonths", age.months());
        facts.known("retirement.document", age.document());
        tellHukou(facts);
        tellRelations(facts);
        return facts;
    }

    private ComparisonLevel level() {
        return question.level()
                .orElseGet(() -> ComparisonLevel.valueOf(
                        rules.parameter("comparisonLevel").toString()));
    }

    private void tellHukou(CaseFacts facts) {
        if (!hukouIsFresh()) {
            int evidence = facts.evidence(EvidenceOf.stale(reading.hukou(), SUBJECT));
            facts.unknown("hukou.place", EvidenceOf.pending(reading.hukou(), maxAge), evidence);
            return;
        }
        reading.hukouPlace()
                .ifPresentOrElse(
                        hukou -> facts.known(
                                "hukou.place",
                                level().of(hukou.division()).value(),
                                facts.evidence(EvidenceOf.fact(
                                        reading.hukou(), hukou.fact(), SUBJECT, divisionWords(hukou.division())))),
                        () -> facts.unknown(
                                "hukou.place",
                                notOnRecord(),
                                facts.evidence(EvidenceOf.absence(
                                        reading.hukou(), SUBJECT, new Bilingual("无户籍记录", "no hukou on record")))));
    }

    private void tellRelations(CaseFacts facts) {
        int[] evidence = reading.contributions().stream()
                .mapToInt(year -> facts.evidence(EvidenceOf.fact(reading.months(), year.fact(), SUBJECT, words(year))))
                .toArray();
        List<PensionAccount> accounts = PensionAccounts.of(reading.contributions(), records, YearMonth.from(age.on()));
        Predicate<PensionAccount> temporary = temporary();
        List<PensionRelation> relations =
                PensionRelation.of(accounts.stream().filter(temporary.negate()).toList(), level());
        Map<String, Object> months = new LinkedHashMap<>();
        relations.forEach(relation -> months.put(relation.place().value(), (long) relation.months()));
        facts.known("relation.places", List.copyOf(months.keySet()), evidence);
        facts.known("relation.months", months, evidence);
        facts.known(
                "relation.temporary",
                accounts.stream()
                        .filter(temporary)
                        .map(account -> account.place().value())
                        .toList(),
                evidence);
    }

    /** Without the hukou place only what the offices recorded can be told; the decision then waits for the hukou place anyway. */
    private Predicate<PensionAccount> temporary() {
        Optional<TemporaryAccountRule> rule = reading.hukouPlace()
                .filter(hukou -> hukouIsFresh())
                .map(hukou -> TemporaryAccountRule.of(rules, question.id(), hukou.division()));
        return account -> rule.map(known -> known.holds(account))
                .orElseGet(() -> account.record().map(RelationRecord::temporary).orElse(false));
    }

    private boolean hukouIsFresh() {
        return reading.hukou().fresh(maxAge);
    }

    private PendingEvidence notOnRecord() {
        return PendingEvidence.newBuilder()
                .setDataset(reading.hukou().dataset())
                .setSource(reading.hukou().source())
                .setCause("UNAVAILABLE")
                .build();
    }

    private Bilingual divisionWords(DivisionCode division) {
        return new Bilingual("户籍在" + rules.zh(division.value()), division.value());
    }

    private Bilingual words(PensionReading.PensionYear year) {
        String place = year.place().value();
        int months = Integer.bitCount(year.paid());
        return new Bilingual(
                rules.zh(place) + year.year() + "年缴费" + months + "个月",
                place + " " + year.year() + ": " + months + " months");
    }
}
