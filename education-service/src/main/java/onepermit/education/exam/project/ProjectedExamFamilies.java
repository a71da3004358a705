package onepermit.education.exam.project;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import onepermit.education.exam.ExamFamilies;
import onepermit.education.exam.ExamQuestion;
import onepermit.education.exam.ExamQuestion.Parent;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.EvidenceOf;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Sex;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.Finding;
import onepermit.permit.v1.KinshipFact;
import onepermit.permit.v1.PermitFact;
import onepermit.permit.v1.Relation;
import onepermit.social.v1.StandardScoreFact;
import org.springframework.stereotype.Component;

/** One read of the replica for the whole family. What a parent has counts once the kinship is on record. */
@Component
class ProjectedExamFamilies implements ExamFamilies {
    private final FactReader reader;
    private final DatasetKeys keys;

    ProjectedExamFamilies(FactReader reader, DatasetKeys keys) {
        this.reader = reader;
        this.keys = keys;
    }

    @Override
    public CaseFacts of(ExamQuestion question, RuleSet rules) {
        FactsRead read = reader.read(question.persons(), question.context());
        CaseFacts facts = new CaseFacts();
        Finding kinship = read.find(question.child(), "hukou.kinship");
        List<Parent> kin = question.parents().stream()
                .filter(parent -> onRecord(kinship, question, parent))
                .toList();
        tellKinship(facts, kinship, question, kin, rules);
        int day = Dates.toCode(question.on());
        tell(facts, "permit.held", "permit.status", read, question, kin, rules, row -> permitHeld(row, rules, day));
        tell(facts, "standard.reached", "points.standard", read, question, kin, rules, row -> stands(row, day));
        return facts;
    }

    private void tellKinship(CaseFacts facts, Finding kinship, ExamQuestion question, List<Parent> kin, RuleSet rules) {
        var maxAge = rules.maxAge(kinship.dataset());
        if (!kinship.fresh(maxAge)) {
            facts.unknown(
                    "kinship.missing",
                    EvidenceOf.pending(kinship, maxAge),
                    facts.evidence(EvidenceOf.stale(kinship, "child")));
            return;
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < question.parents().size(); i++) {
            if (!kin.contains(question.parents().get(i))) {
                missing.add("guardian-" + (i + 1));
            }
        }
        var found = new Bilingual(
                "有记录的父母" + kin.size() + "人",
                kin.size() + " of " + question.parents().size() + " on record");
        int evidence = kinship.rows().isEmpty()
                ? facts.evidence(EvidenceOf.absence(kinship, "child", found))
                : facts.evidence(EvidenceOf.fact(kinship, kinship.rows().getFirst(), "child", found));
        facts.known("kinship.missing", missing, evidence);
    }

    /** One parent is enough; while it may be the one of whom nothing fresh is known, it is unknown. */
    private static void tell(
            CaseFacts facts,
            String word,
            String dataset,
            FactsRead read,
            ExamQuestion question,
            List<Parent> kin,
            RuleSet rules,
            Predicate<FactRow> holds) {
        var maxAge = rules.maxAge(dataset);
        List<Integer> evidence = new ArrayList<>();
        Optional<Finding> notFresh = Optional.empty();
        boolean held = false;
        for (Parent parent : kin) {
            Finding finding =
                    read.find(parent.key(), dataset, question.division().value());
            String role = "guardian-" + (question.parents().indexOf(parent) + 1);
            if (!finding.fresh(maxAge)) {
                notFresh = Optional.of(finding);
                evidence.add(facts.evidence(EvidenceOf.stale(finding, role)));
                continue;
            }
            Optional<FactRow> row = finding.rows().stream().filter(holds).findFirst();
            held |= row.isPresent();
            evidence.add(facts.evidence(row.or(() -> finding.rows().stream().findFirst())
                    .map(found -> EvidenceOf.fact(finding, found, role, said(row.isPresent())))
                    .orElseGet(() -> EvidenceOf.absence(finding, role, said(false)))));
        }
        int[] behind = evidence.stream().mapToInt(Integer::intValue).toArray();
        if (!held && notFresh.isPresent()) {
            facts.unknown(word, EvidenceOf.pending(notFresh.get(), maxAge), behind);
        } else {
            facts.known(word, held, behind);
        }
    }

    private static Bilingual said(boolean held) {
        return held ? new Bilingual("是", "yes") : new Bilingual("否", "no");
    }

    private boolean onRecord(Finding kinship, ExamQuestion question, Parent parent) {
        Relation relation = parent.sex() == Sex.MALE ? Relation.RELATION_FATHER : Relation.RELATION_MOTHER;
        byte[] tag = keys.tag(
                "hukou.kinship",
                question.child().bytes(),
                new byte[] {(byte) relation.getNumber()},
                parent.key().bytes());
        return kinship.rows().stream()
                .flatMap(row -> parsed(KinshipFact.parser(), row).getTagsList().stream())
                .anyMatch(recorded -> Arrays.equals(recorded.toByteArray(), tag));
    }

    private static boolean permitHeld(FactRow row, RuleSet rules, int day) {
        PermitFact permit = parsed(PermitFact.parser(), row);
        return rules.jurisdiction().contains(new DivisionCode(permit.getDivision()))
                && permit.getIssuedOn() <= day
                && day <= permit.getEndorsedTo()
                && (permit.getCancelledOn() == 0 || day < permit.getCancelledOn());
    }

    private static boolean stands(FactRow row, int day) {
        StandardScoreFact score = parsed(StandardScoreFact.parser(), row);
        return score.getStandardReached() && day <= score.getStandsUntil();
    }

    private static <M extends MessageLite> M parsed(Parser<M> parser, FactRow row) {
        try {
            return parser.parseFrom(row.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a fact of " + row.dataset() + " cannot be read", e);
        }
    }
}
