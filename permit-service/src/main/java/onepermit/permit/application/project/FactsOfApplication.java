package onepermit.permit.application.project;

import java.util.List;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.permit.application.ApplicantFacts;
import onepermit.permit.application.Party;
import onepermit.permit.application.PermitApplication;
import org.springframework.stereotype.Component;

/** Reads everything about the persons of an application at once and puts it into words. */
@Component
class FactsOfApplication implements ApplicantFacts {
    private static final Words HOST_DWELLING = new DwellingWords("host.dwelling");

    private final FactReader reader;
    private final Catalogue catalogue;
    private final KinshipWords kinship;
    private final List<Words> ofApplicant;

    FactsOfApplication(FactReader reader, Catalogue catalogue, NameWords name, KinshipWords kinship) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.kinship = kinship;
        this.ofApplicant = List.of(
                new HukouWords(),
                new ResidenceWords(),
                new DwellingWords("dwelling.kind"),
                new EmploymentWords(),
                new StudyWords(),
                new InsuranceWords(),
                new TaxWords(),
                name);
    }

    @Override
    public CaseFacts of(PermitApplication application) {
        FactsRead read = reader.read(application.persons());
        CaseFacts facts = new CaseFacts();
        ofApplicant.forEach(words -> tell(words, application.applicant(), "applicant", read, application, facts));
        tellHost(read, application, facts);
        return facts;
    }

    private void tellHost(FactsRead read, PermitApplication application, CaseFacts facts) {
        Party host = application.host();
        if (host == null) {
            facts.known(KinshipWords.NAME, "NOT_ASKED").known("host.dwelling", "NONE");
            return;
        }
        tell(kinship, KinshipWords.child(application), "child", read, application, facts);
        tell(HOST_DWELLING, host, "host", read, application, facts);
    }

    private void tell(
            Words words, Party of, String subject, FactsRead read, PermitApplication application, CaseFacts facts) {
        Reading reading = new Reading(
                read.find(of.key(), words.dataset(), application.division().value()),
                subject,
                catalogue.dataset(words.dataset()).maxAge(),
                facts);
        if (reading.fresh()) {
            words.tell(reading, application);
        } else {
            reading.unknown(words.names());
        }
    }
}
