package onepermit.social.transfer;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.EvidenceOf;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.social.pension.PensionReading;
import onepermit.social.pension.PensionReading.PensionYear;
import onepermit.social.pension.PensionReadings;
import org.springframework.stereotype.Component;

/** Decides by the rules in force whether a relation is transferred or stays, with a temporary account at the new place. */
@Component
public class CheckTransfer {
    static final String USE = "transfer";
    private static final String SUBJECT = "applicant";

    private final RuleSets rules;
    private final PensionReadings readings;

    CheckTransfer(RuleSets rules, PensionReadings readings) {
        this.rules = rules;
        this.readings = readings;
    }

    public Decision decide(TransferQuestion question) {
        return rules.inForce(USE, question.to(), question.on())
                .map(inForce -> RuleEngine.decide(inForce, question.on(), question.to(), facts(question, inForce)))
                .orElseGet(() -> RuleEngine.noRule(question.on(), question.to(), USE));
    }

    private CaseFacts facts(TransferQuestion question, RuleSet inForce) {
        PensionReading reading = readings.of(question.person(), question.context());
        CaseFacts facts = new CaseFacts();
        facts.known("case.from", question.from().value());
        facts.known("case.to", question.to().value());
        facts.known("from.province", question.from().province().value());
        facts.known("to.province", question.to().province().value());
        facts.known("case.approved", question.approved());
        facts.known("person.sex", question.id().sex().name());
        tellHukou(facts, reading, inForce);
        tellFirst(facts, reading, question);
        return facts;
    }

    private static void tellHukou(CaseFacts facts, PensionReading reading, RuleSet inForce) {
        Finding hukou = reading.hukou();
        var maxAge = inForce.maxAge(hukou.dataset());
        Optional<PensionReading.Hukou> place = reading.hukouPlace().filter(known -> hukou.fresh(maxAge));
        if (place.isPresent()) {
            String province = place.get().division().province().value();
            facts.known(
                    "hukou.province",
                    province,
                    facts.evidence(EvidenceOf.fact(
                            hukou,
                            place.get().fact(),
                            SUBJECT,
                            new Bilingual("户籍在" + inForce.zh(province), "hukou in " + province))));
        } else {
            facts.unknown("hukou.province", pending(hukou, maxAge), facts.evidence(EvidenceOf.stale(hukou, SUBJECT)));
        }
    }

    /** No hukou on record says nothing of where it is. */
    private static PendingEvidence pending(Finding hukou, Duration maxAge) {
        return hukou.fresh(maxAge)
                ? PendingEvidence.newBuilder()
                        .setDataset(hukou.dataset())
                        .setSource(hukou.source())
                        .setCause("UNAVAILABLE")
                        .build()
                : EvidenceOf.pending(hukou, maxAge);
    }

    private static void tellFirst(CaseFacts facts, PensionReading reading, TransferQuestion question) {
        Optional<PensionYear> first = reading.contributions().stream()
                .filter(year -> year.place().province().equals(question.to().province()))
                .min(Comparator.comparing(CheckTransfer::firstDay));
        LocalDate on = first.map(CheckTransfer::firstDay).orElse(question.on());
        int[] evidence = first.stream()
                .mapToInt(year -> facts.evidence(EvidenceOf.fact(
                        reading.months(), year.fact(), SUBJECT, new Bilingual(on + "起参保", "insured since " + on))))
                .toArray();
        facts.known("first.on", Dates.toCode(on), evidence);
        facts.known("first.age", (int) ChronoUnit.YEARS.between(question.id().birthDate(), on), evidence);
    }

    private static LocalDate firstDay(PensionYear year) {
        return LocalDate.of(year.year(), Month.of(1 + Integer.numberOfTrailingZeros(year.paid())), 1);
    }
}
