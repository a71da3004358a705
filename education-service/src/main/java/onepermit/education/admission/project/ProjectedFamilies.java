package onepermit.education.admission.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onepermit.education.admission.AdmissionQuestion;
import onepermit.education.admission.ChildFacts;
import onepermit.education.admission.Families;
import onepermit.education.admission.FamilyFacts;
import onepermit.education.admission.Named;
import onepermit.education.admission.ParentFacts;
import onepermit.education.admission.PermitItems;
import onepermit.education.admission.PersonAsked;
import onepermit.education.admission.Reach;
import onepermit.education.admission.Terms;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.live.LiveCall;
import org.springframework.stereotype.Component;

/** Reads a family's facts with one statement and puts them into the words of an admission; asks the owners only for what is too old. */
@Component
class ProjectedFamilies implements Families {
    private final FactReader reader;
    private final LiveCall owners;
    private final Tags tags;

    ProjectedFamilies(FactReader reader, LiveCall owners, Tags tags) {
        this.reader = reader;
        this.owners = owners;
        this.tags = tags;
    }

    @Override
    public FamilyFacts read(AdmissionQuestion question, Terms terms, Reach reach) {
        FactsRead read = reader.read(question.persons(), question.context());
        Set<FactsRead.Key> tooOld = new HashSet<>();
        FamilyFacts family = family(question, terms, read, tooOld);
        if (tooOld.isEmpty() || reach == Reach.HERE_ONLY) {
            return family;
        }
        return family(question, terms, owners.ask(read, Set.copyOf(tooOld), question.context()), tooOld);
    }

    private FamilyFacts family(AdmissionQuestion question, Terms terms, FactsRead read, Set<FactsRead.Key> tooOld) {
        Witness child = new Witness(question.child(), "child", read, terms, tooOld);
        Kin kin = new Kin(child, tags);
        List<Witness> guardians = guardians(child, kin, question.guardians());
        List<ParentFacts> parents = new ArrayList<>(guardians.size());
        List<Named> named = new ArrayList<>(1 + guardians.size());
        addNamed(named, child);
        for (Witness guardian : guardians) {
            parents.add(parent(kin, guardian));
            addNamed(named, guardian);
        }
        return new FamilyFacts(new ChildFacts(question.born(), Health.missingDoses(child)), parents, named);
    }

    /** By role: {@code father} sorts before {@code guardian-n}, that before {@code mother}; the request's order never counts. */
    private List<Witness> guardians(Witness child, Kin kin, List<PersonAsked> asked) {
        List<Witness> guardians = new ArrayList<>(asked.size());
        for (PersonAsked guardian : asked) {
            String role = kin.onRecord(guardian) ? Tags.roleOf(guardian) : "guardian-" + (guardians.size() + 1);
            guardians.add(child.beside(guardian, role));
        }
        guardians.sort(Comparator.comparing(Witness::subject));
        return guardians;
    }

    private static ParentFacts parent(Kin kin, Witness guardian) {
        return new ParentFacts(
                guardian.subject(),
                kin.of(guardian),
                PublicSecurity.residence(guardian),
                SocialSecurity.work(guardian),
                SocialSecurity.insurance(guardian),
                PublicSecurity.homeShare(guardian),
                guardian.terms().familyPlanning() ? Health.familyPlanning(guardian) : null,
                guardian.terms().permitItems() ? permitItems(guardian) : null);
    }

    private static PermitItems permitItems(Witness guardian) {
        return new PermitItems(
                PublicSecurity.permit(guardian), SocialSecurity.paidByKind(guardian), PublicSecurity.leased(guardian));
    }

    private void addNamed(List<Named> named, Witness witness) {
        if (witness.person().named()) {
            named.add(new Named(
                    witness.subject(),
                    witness.person(),
                    PublicSecurity.nameMatches(witness, tags.name(witness.person()))));
        }
    }
}
