package onepermit.permit.application.project;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.EvidenceOf;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.permit.application.PermitApplication;

/** What one dataset says of one party, on its way into the words of the case. */
final class Reading {
    private final Finding finding;
    private final String subject;
    private final RuleSet rules;
    private final Duration maxAge;
    private final CaseFacts facts;

    Reading(Finding finding, String subject, RuleSet rules, CaseFacts facts) {
        this.finding = finding;
        this.subject = subject;
        this.rules = rules;
        this.maxAge = rules.maxAge(finding.dataset());
        this.facts = facts;
    }

    String dataset() {
        return finding.dataset();
    }

    /** Whether waiting may bring what is not known now. */
    boolean worthAwaiting() {
        return finding.worthAsking();
    }

    boolean fresh() {
        return finding.fresh(maxAge);
    }

    /** In the order of their ids, so that the same facts make the same decision byte for byte. */
    List<FactRow> rows() {
        return finding.rows().stream()
                .sorted(Comparator.comparing(FactRow::factId))
                .toList();
    }

    static <T> T read(Parser<T> parser, FactRow row) {
        try {
            return parser.parseFrom(row.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a fact of " + row.dataset() + " passed the road and cannot be read", e);
        }
    }

    /** What a code is called in Chinese. */
    String zh(String code) {
        return rules.zh(code);
    }

    Bilingual kindIn(String kind, String division) {
        return new Bilingual("在" + zh(division) + zh(kind), kind + " in " + division);
    }

    Bilingual noneIn(String whatZh, String what, PermitApplication application) {
        String city = application.city().value();
        return new Bilingual("在" + zh(city) + whatZh, what + " in " + city);
    }

    int evidence(FactRow row, Bilingual value) {
        return facts.evidence(EvidenceOf.fact(finding, row, subject, value));
    }

    int absence(Bilingual value) {
        return facts.evidence(EvidenceOf.absence(finding, subject, value));
    }

    void known(String name, Object value, int... evidence) {
        facts.known(name, value, evidence);
    }

    /** Too old, not covered or parked: the words are unknown, and the owner is named. */
    void unknown(List<String> names) {
        int stale = facts.evidence(EvidenceOf.stale(finding, subject));
        names.forEach(name -> facts.unknown(name, EvidenceOf.pending(finding, maxAge), stale));
    }

    /** The owner has no record where it should have one. */
    void unavailable(String name) {
        facts.unknown(
                name,
                PendingEvidence.newBuilder()
                        .setDataset(finding.dataset())
                        .setSource(finding.source())
                        .setCause("UNAVAILABLE")
                        .build());
    }
}
