package onepermit.social.points;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import onepermit.exchange.claim.ClaimWords;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.decision.EvidenceOf;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.PendingEvidence;

/** An accepted filing in the words of the vocabulary, each with its evidence. */
record FilingCase(
        Filing filing, LocalDate on, LocalDate born, PointsRules rules, PointsReading reading, InsuredMonths insured) {
    private static final String SUBJECT = "applicant";

    /** What a filing's claims and findings are called as evidence. */
    static final String CLAIMS = "points.claims";

    ClaimWords words() {
        ClaimWords words = new ClaimWords();
        words.known("applicant.born", born);
        tellPermit(words);
        tellInsurance(words);
        int claims = words.evidence(claims());
        rules.claims().tell(words, filing.claims(), filing.findings(), claims, pending("social", "NOT_CONFIRMED"));
        return words;
    }

    private void tellPermit(ClaimWords words) {
        var permits = reading.permits();
        Duration maxAge = rules.set().maxAge(permits.dataset());
        if (!permits.fresh(maxAge)) {
            words.unknown(
                    "permit.state",
                    EvidenceOf.pending(permits, maxAge),
                    words.evidence(EvidenceOf.stale(permits, SUBJECT)));
            return;
        }
        String state = reading.permit().map(permit -> permit.state(on)).orElse("NONE");
        Bilingual value = new Bilingual("居住证" + rules.set().zh(state), "permit " + state);
        Evidence evidence = reading.permit()
                .map(permit -> EvidenceOf.fact(permits, permit.fact(), SUBJECT, value))
                .orElseGet(() -> EvidenceOf.absence(permits, SUBJECT, new Bilingual("无居住证记录", "no permit on record")));
        words.known("permit.state", state, words.evidence(evidence));
    }

    private void tellInsurance(ClaimWords words) {
        int[] evidence = reading.insured().stream()
                .mapToInt(year -> words.evidence(EvidenceOf.fact(
                        reading.months(),
                        year.fact(),
                        SUBJECT,
                        new Bilingual(
                                year.year() + "年缴费" + year.months() + "个月",
                                year.year() + ": " + year.months() + " months"))))
                .toArray();
        words.known("insurance.months", insured.bases().size(), evidence);
        words.known("insurance.backPaid", insured.backPaid(), evidence);
        words.known("insurance.otherPayer", insured.otherPayer(), evidence);
        for (int months : List.of(12, 36, 48)) {
            insured.percents(months, YearMonth.from(on), rules)
                    .ifPresentOrElse(
                            percents -> words.known("base.last" + months, percents, evidence),
                            () -> words.unknown("base.last" + months, pending("social", "UNAVAILABLE"), evidence));
        }
    }

    private Evidence claims() {
        return Evidence.newBuilder()
                .setDataset(CLAIMS)
                .setSource("social")
                .setSubject(SUBJECT)
                .setFactId(filing.id())
                .setVersion(filing.version())
                .setOrigin("OWN")
                .setValue(filing.findings().size() + " findings of officers")
                .setValueZh("工作人员核实" + filing.findings().size() + "项")
                .build();
    }

    private static PendingEvidence pending(String source, String cause) {
        return PendingEvidence.newBuilder()
                .setDataset(CLAIMS)
                .setSource(source)
                .setCause(cause)
                .build();
    }
}
