package onepermit.exchange.redecision;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import onepermit.exchange.access.Caller;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.decision.EvidenceOf;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.RuleSetRef;
import onepermit.permit.v1.HukouFact;

/** The smallest kind of cases: a person is eligible in Siming alone. */
final class HukouCases implements Redecidable {
    static final String KIND = "test-hukou";
    private static final DivisionCode SIMING = new DivisionCode("350203");

    private final Map<String, Case> cases = new ConcurrentHashMap<>();
    private final FactReader reader;

    record Case(PersonKey person, String decision, boolean confirmed) {}

    HukouCases(FactReader reader) {
        this.reader = reader;
    }

    void put(String id, Case of) {
        cases.put(id, of);
    }

    void end(String id) {
        cases.remove(id);
    }

    Case of(String id) {
        return Objects.requireNonNull(cases.get(id));
    }

    Look look(PersonKey person) {
        return new Look(
                new Caller("education-service", "service", "education", null, "education-service"),
                Contexts.ADMISSION,
                "onepermit.education.v1.AdmissionService/VerifyEligibility",
                List.of(person),
                List.of(Owner.DATASET));
    }

    Decision decide(PersonKey person) {
        Finding hukou = reader.read(List.of(person), Contexts.ADMISSION).find(person, Owner.DATASET);
        Optional<FactRow> fact = hukou.rows().stream()
                .filter(row -> row.factId().equals("hukou"))
                .findFirst();
        String division = fact.map(HukouCases::division).orElse("none");
        Decision.Builder decision = Decision.newBuilder()
                .setEvaluationDate("2020-08-31")
                .setRuleSet(RuleSetRef.newBuilder().setId("XM-TEST"))
                .setOutcome(division.equals(SIMING.value()) ? Outcome.OUTCOME_ELIGIBLE : Outcome.OUTCOME_NOT_ELIGIBLE);
        Bilingual value = new Bilingual(division, division);
        decision.addEvidence(fact.map(row -> EvidenceOf.fact(hukou, row, "applicant", value))
                .orElseGet(() -> EvidenceOf.absence(hukou, "applicant", value)));
        return decision.build();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Again> again(String caseId, String decision) {
        return Optional.ofNullable(cases.get(caseId))
                .map(of -> new Again(
                        decide(of.person()),
                        of.confirmed(),
                        SIMING,
                        look(of.person()),
                        recorded -> cases.replace(caseId, of, new Case(of.person(), recorded.getId(), false))));
    }

    private static String division(FactRow row) {
        try {
            return HukouFact.parseFrom(row.payload()).getDivision();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
