package onepermit.education.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.PendingEvidence;
import org.jspecify.annotations.Nullable;

/** A family's facts in the words of the admission rules (rules/vocabulary-admission.yaml), for one choice of the main parent. */
final class AdmissionFacts {
    private final CaseFacts facts = new CaseFacts();

    private AdmissionFacts() {}

    /** Evidence stands in the same order whichever parent is the main one. */
    static CaseFacts of(AdmissionQuestion question, FamilyFacts family, ParentFacts main) {
        AdmissionFacts told = new AdmissionFacts();
        told.year(question, family.child());
        told.one("vaccination.missing", family.child().missingDoses());
        for (ParentFacts parent : family.parents()) {
            told.parent(parent == main ? ParentWords.MAIN : ParentWords.SECOND, parent);
        }
        told.kinship(family, main);
        told.names(family.named());
        told.together(family.parents());
        if (family.parents().size() == 1) {
            told.noSecond();
        }
        return told.facts.known("second.present", family.parents().size() > 1);
    }

    private void year(AdmissionQuestion question, ChildFacts child) {
        var year = question.year();
        facts.known("child.born", Dates.toCode(child.born()))
                .known("child.schoolStart", Dates.toCode(year.schoolStart(child.born())))
                .known("year.bornFrom", Dates.toCode(year.bornFrom()))
                .known("year.bornTo", Dates.toCode(year.bornTo()))
                .known("year.termStart", Dates.toCode(year.termStart()))
                .known("year.vaccinationCheckBy", Dates.toCode(year.vaccinationCheckBy()))
                .known("year.vaccinationRecheckBy", Dates.toCode(year.vaccinationRecheckBy()));
    }

    private void parent(ParentWords words, ParentFacts parent) {
        facts.known(words.role(), parent.role());
        place(words.residenceMonths(), words.residenceDivision(), parent.residence());
        place(words.workMonths(), words.workDivision(), parent.work());
        one(words.insuranceMonths(), parent.insurance());
        PermitItems items = parent.permitItems();
        if (items != null) {
            permitItems(words.parent(), items);
        }
    }

    private void permitItems(String parent, PermitItems items) {
        int[] held = evidence(items.permit());
        put(
                parent + ".permit.months",
                items.permit().value().months(),
                items.permit().pending(),
                held);
        if (parent.equals(ParentWords.MAIN.parent())) {
            put(
                    parent + ".permit.valid",
                    items.permit().value().valid(),
                    items.permit().pending(),
                    held);
        }
        paid(parent, items.paid().value(), items.paid().pending(), evidence(items.paid()));
    }

    private void paid(String parent, PaidByKind paid, @Nullable PendingEvidence pending, int... evidence) {
        put(parent + ".paid.pension", paid.pension(), pending, evidence);
        put(parent + ".paid.medical", paid.medical(), pending, evidence);
        put(parent + ".paid.unemployment", paid.unemployment(), pending, evidence);
        put(parent + ".paid.injury", paid.injury(), pending, evidence);
        put(parent + ".paid.maternity", paid.maternity(), pending, evidence);
    }

    private void place(String months, String division, Answer<Place> answer) {
        int[] evidence = evidence(answer);
        put(months, answer.value().months(), answer.pending(), evidence);
        put(division, answer.value().division(), answer.pending(), evidence);
    }

    private void noSecond() {
        ParentWords words = ParentWords.SECOND;
        facts.known(words.role(), "")
                .known(words.residenceMonths(), 0)
                .known(words.residenceDivision(), "")
                .known(words.workMonths(), 0)
                .known(words.workDivision(), "")
                .known(words.insuranceMonths(), 0)
                .known(words.parent() + ".permit.months", 0);
        paid(words.parent(), new PaidByKind(0, 0, 0, 0, 0), null);
    }

    private void kinship(FamilyFacts family, ParentFacts main) {
        List<String> missing = new ArrayList<>();
        for (ParentFacts parent : family.parents()) {
            if (!parent.kin().value()) {
                missing.add(parent.role());
            }
        }
        int[] evidence = all(family.parents(), ParentFacts::kin);
        put("kinship.missing", missing, anyPending(family.parents(), ParentFacts::kin), evidence);
        put("main.kin", main.kin().value(), main.kin().pending(), evidence);
    }

    private void names(List<Named> names) {
        List<String> differing =
                names.stream().filter(Named::differs).map(Named::role).toList();
        put("names.mismatches", differing, anyPending(names, Named::matches), all(names, Named::matches));
        facts.known("names.checked", !names.isEmpty());
    }

    private void together(List<ParentFacts> parents) {
        int share = 0;
        boolean compliant = false;
        boolean violated = false;
        for (ParentFacts parent : parents) {
            share += parent.homeShare().value();
            compliant |= parent.compliance() == Compliance.COMPLIANT;
            violated |= parent.compliance() == Compliance.NOT_COMPLIANT;
        }
        put(
                "home.shareBp",
                Math.min(share, 10_000),
                anyPending(parents, ParentFacts::homeShare),
                all(parents, ParentFacts::homeShare));
        leases(parents);
        put(
                "familyPlanning.compliant",
                compliant && !violated,
                anyPending(parents, ParentFacts::familyPlanning),
                all(parents, ParentFacts::familyPlanning));
    }

    private void leases(List<ParentFacts> parents) {
        List<PermitItems> asked = parents.stream()
                .map(ParentFacts::permitItems)
                .filter(Objects::nonNull)
                .toList();
        if (!asked.isEmpty()) {
            put(
                    "home.leased",
                    asked.stream().anyMatch(items -> items.leased().value()),
                    anyPending(asked, PermitItems::leased),
                    all(asked, PermitItems::leased));
        }
    }

    private void one(String name, Answer<?> answer) {
        put(name, answer.value(), answer.pending(), evidence(answer));
    }

    private void put(String name, Object value, @Nullable PendingEvidence pending, int[] evidence) {
        if (pending == null) {
            facts.known(name, value, evidence);
        } else {
            facts.unknown(name, pending, evidence);
        }
    }

    private int[] evidence(Answer<?> answer) {
        int[] indexes = new int[answer.evidence().size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = facts.evidence(answer.evidence().get(i));
        }
        return indexes;
    }

    private <S> int[] all(List<S> sources, Function<S, @Nullable Answer<?>> answerOf) {
        List<Integer> indexes = new ArrayList<>();
        for (S source : sources) {
            Answer<?> answer = answerOf.apply(source);
            if (answer != null) {
                for (Evidence line : answer.evidence()) {
                    indexes.add(facts.evidence(line));
                }
            }
        }
        return indexes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static <S> @Nullable PendingEvidence anyPending(
            List<S> sources, Function<S, @Nullable Answer<?>> answerOf) {
        for (S source : sources) {
            Answer<?> answer = answerOf.apply(source);
            if (answer != null && answer.pending() != null) {
                return answer.pending();
            }
        }
        return null;
    }
}
