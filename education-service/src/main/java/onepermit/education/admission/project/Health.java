package onepermit.education.admission.project;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import onepermit.education.admission.Answer;
import onepermit.education.admission.Compliance;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.replica.Finding;
import onepermit.health.v1.DueDose;
import onepermit.health.v1.FamilyPlanningFact;
import onepermit.health.v1.ImmunisationFact;

/** What the health department's facts mean for an admission. */
final class Health {
    /** Item of a child of whom the health department has no vaccination record at all. */
    static final String NO_RECORD = "NO_VACCINATION_RECORD";

    private Health() {}

    /** Doses that have fallen due by term start and are not given. */
    static Answer<List<String>> missingDoses(Witness child) {
        Finding finding = child.find("immunisation.assessment");
        List<ImmunisationFact> assessed = Witness.payloads(finding, ImmunisationFact.parser());
        int day = Dates.toCode(child.terms().termStart());
        List<String> missing = new ArrayList<>();
        if (assessed.isEmpty()) {
            missing.add(NO_RECORD);
        }
        for (ImmunisationFact fact : assessed) {
            for (DueDose dose : fact.getDueList()) {
                if (missingOn(dose, day)) {
                    missing.add(dose.getVaccine() + dose.getNumber());
                }
            }
        }
        return child.answer(finding, missing, text(child, missing));
    }

    /** A child may have grown too old for a dose: then nobody asks for it any more. */
    private static boolean missingOn(DueDose dose, int day) {
        return dose.getDueOn() <= day && (dose.getLapsesOn() == 0 || day < dose.getLapsesOn());
    }

    private static Bilingual text(Witness child, List<String> missing) {
        return missing.isEmpty()
                ? new Bilingual("已按程序接种", "complete")
                : new Bilingual(
                        missing.stream().map(child::zh).collect(Collectors.joining("、", "未完成：", "")),
                        "missing " + String.join(", ", missing));
    }

    static Answer<Compliance> familyPlanning(Witness witness) {
        Finding finding = witness.find("fp.flag");
        List<FamilyPlanningFact> flags = Witness.payloads(finding, FamilyPlanningFact.parser());
        if (flags.isEmpty()) {
            return witness.answer(finding, Compliance.NO_RECORD, new Bilingual("无记录", "no record"));
        }
        return flags.getFirst().getCompliant()
                ? witness.answer(finding, Compliance.COMPLIANT, new Bilingual("符合规定", "compliant"))
                : witness.answer(finding, Compliance.NOT_COMPLIANT, new Bilingual("不符合规定", "not compliant"));
    }
}
