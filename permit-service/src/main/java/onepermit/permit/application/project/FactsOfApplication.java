package onepermit.permit.application.project;

import java.time.Period;
import java.util.List;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Coverage;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.permit.application.ApplicantFacts;
import onepermit.permit.application.Filer;
import onepermit.permit.application.Party;
import onepermit.permit.application.PermitApplication;
import onepermit.permit.kinship.PairTags;
import org.springframework.stereotype.Component;

/** Reads everything about the persons of an application at once and puts it into words. */
@Component
class FactsOfApplication implements ApplicantFacts {
    private static final Words HOST_DWELLING = new DwellingWords("host.dwelling");
    private static final Words HOST_HUKOU = new HukouWords("host.hukou");

    private final FactReader reader;
    private final KinshipWords withHost;
    private final KinshipWords withFiler;
    private final List<Words> ofApplicant;

    FactsOfApplication(FactReader reader, NameWords name, PairTags tags, Catalogue catalogue) {
        this.reader = reader;
        Coverage births = catalogue.dataset(PairTags.BY_BIRTH).coverage();
        this.withHost = new KinshipWords(tags, births, "host.kinship", PermitApplication::host);
        this.withFiler = new KinshipWords(
                tags,
                births,
                "filer.kinship",
                application -> application.filer().relative());
        this.ofApplicant = List.of(
                new HukouWords("hukou.city"),
                new ResidenceWords(),
                new DwellingWords("dwelling.kind"),
                new EmploymentWords(),
                new StudyWords(),
                new InsuranceWords(),
                new TaxWords(),
                name);
    }

    @Override
    public CaseFacts of(PermitApplication application, RuleSet rules) {
        FactsRead read = reader.read(application.persons(), application.context());
        Case asked = new Case(
                application,
                rules,
                read,
                new CaseFacts().known("application.city", application.city().value()));
        ofApplicant.forEach(words -> asked.tell(words, application.applicant(), "applicant"));
        tellHost(asked);
        tellFiler(asked);
        return asked.facts();
    }

    private void tellHost(Case asked) {
        Party host = asked.application().host();
        if (host == null) {
            asked.facts()
                    .known("host.kinship", "NOT_ASKED")
                    .known("host.dwelling", "NONE")
                    .known("host.hukou", "NONE");
            return;
        }
        asked.tell(withHost);
        asked.tell(HOST_DWELLING, host, "host");
        asked.tell(HOST_HUKOU, host, "host");
    }

    private void tellFiler(Case asked) {
        PermitApplication application = asked.application();
        Filer filer = application.filer();
        asked.facts()
                .known("filer.kind", filer.kind().name())
                .known("applicant.cannotCome", filer.cannotCome())
                .known(
                        "applicant.age",
                        Period.between(application.applicant().born(), application.on())
                                .getYears());
        if (filer.relative() == null) {
            asked.facts().known("filer.kinship", "NOT_ASKED");
        } else {
            asked.tell(withFiler);
        }
    }

    /** One application before one reading. */
    private record Case(PermitApplication application, RuleSet rules, FactsRead read, CaseFacts facts) {

        void tell(KinshipWords kinship) {
            Party child = kinship.child(application);
            kinship.tell(
                    reading(child, PairTags.DATASET, "child"), reading(child, PairTags.BY_BIRTH, "child"), application);
        }

        void tell(Words words, Party of, String subject) {
            Reading reading = reading(of, words.dataset(), subject);
            if (reading.fresh()) {
                words.tell(reading, application);
            } else {
                reading.unknown(words.names());
            }
        }

        private Reading reading(Party of, String dataset, String subject) {
            return new Reading(
                    read.find(of.key(), dataset, application.division().value()), subject, rules, facts);
        }
    }
}
