package onepermit.education.admission.project;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onepermit.education.admission.Answer;
import onepermit.education.admission.PersonAsked;
import onepermit.education.admission.Terms;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.decision.EvidenceOf;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.Evidence;

/**
 * One person of the case before one reading.
 *
 * @param subject role in the case
 * @param tooOld what turns out to be too old to be used, while it could be asked for
 */
record Witness(PersonAsked person, String subject, FactsRead read, Terms terms, Set<FactsRead.Key> tooOld) {

    /** Another person of the same case. */
    Witness beside(PersonAsked other, String role) {
        return new Witness(other, role, read, terms, tooOld);
    }

    Finding find(String dataset) {
        return read.find(person.key(), dataset, terms.division().value());
    }

    /** A value that all rows of the finding say together. */
    <T> Answer<T> answer(Finding finding, T value, Bilingual text) {
        return answer(finding, finding.rows(), value, text);
    }

    /** @param used the rows that the value hangs on; none = the value is that there is nothing */
    <T> Answer<T> answer(Finding finding, List<FactRow> used, T value, Bilingual text) {
        Duration maxAge = terms.maxAge(finding.dataset());
        if (!finding.fresh(maxAge)) {
            if (finding.worthAsking()) {
                tooOld.add(new FactsRead.Key(person.key(), finding.dataset()));
            }
            return new Answer<>(
                    value, List.of(EvidenceOf.stale(finding, subject)), EvidenceOf.pending(finding, maxAge));
        }
        if (used.isEmpty()) {
            return new Answer<>(value, List.of(EvidenceOf.absence(finding, subject, text)), null);
        }
        List<Evidence> evidence = new ArrayList<>(used.size());
        for (FactRow row : used) {
            evidence.add(EvidenceOf.fact(finding, row, subject, evidence.isEmpty() ? text : Bilingual.NONE));
        }
        return new Answer<>(value, evidence, null);
    }

    String zh(String code) {
        return terms.zh(code);
    }

    boolean inCity(String division) {
        return division.startsWith(terms.city().value().substring(0, 4));
    }

    /** Keeps a period when it is in the city. */
    void addInCity(List<Stay> stays, String division, int from, int to) {
        if (inCity(division)) {
            stays.add(new Stay(division, from, to));
        }
    }

    /** The payloads of a finding, in the order of its rows. */
    static <M> List<M> payloads(Finding finding, Parser<M> parser) {
        List<M> payloads = new ArrayList<>(finding.rows().size());
        for (FactRow row : finding.rows()) {
            payloads.add(payload(row, parser));
        }
        return payloads;
    }

    /** The reader parks what cannot be read, so a failure here is a fault. */
    static <M> M payload(FactRow row, Parser<M> parser) {
        try {
            return parser.parseFrom(row.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a payload of " + row.dataset() + " cannot be read", e);
        }
    }
}
