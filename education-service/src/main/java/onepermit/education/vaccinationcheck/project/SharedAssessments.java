package onepermit.education.vaccinationcheck.project;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onepermit.education.vaccinationcheck.Assessment;
import onepermit.education.vaccinationcheck.Assessments;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.decision.EvidenceOf;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.v1.DueDose;
import onepermit.health.v1.ImmunisationFact;
import org.springframework.stereotype.Component;

/** Assessments from this department's replica; what is too old is waited for. */
@Component
class SharedAssessments implements Assessments {
    private static final String DATASET = "immunisation.assessment";
    private static final String NO_RECORD = "NO_VACCINATION_RECORD";

    private final FactReader reader;
    private final Duration maxAge;

    SharedAssessments(FactReader reader, Catalogue catalogue) {
        this.reader = reader;
        this.maxAge = catalogue.dataset(DATASET).maxAge();
    }

    @Override
    public Assessment of(PersonKey child, DivisionCode division, LocalDate by, RequestContext context) {
        Finding finding = reader.read(List.of(child), context).find(child, DATASET, division.value());
        if (!finding.fresh(maxAge)) {
            return new Assessment(List.of(), EvidenceOf.pending(finding, maxAge));
        }
        return new Assessment(missing(finding, Dates.toCode(by)), null);
    }

    private static List<String> missing(Finding finding, int by) {
        if (finding.rows().isEmpty()) {
            return List.of(NO_RECORD);
        }
        List<String> missing = new ArrayList<>();
        for (FactRow row : finding.rows()) {
            for (DueDose dose : assessed(row).getDueList()) {
                if (missingOn(dose, by)) {
                    missing.add(dose.getVaccine() + dose.getNumber());
                }
            }
        }
        return missing;
    }

    /** A child may have grown too old for a dose: then nobody asks for it any more. */
    private static boolean missingOn(DueDose dose, int day) {
        return dose.getDueOn() <= day && (dose.getLapsesOn() == 0 || day < dose.getLapsesOn());
    }

    /** The reader parks what cannot be read, so a failure here is a fault. */
    private static ImmunisationFact assessed(FactRow row) {
        try {
            return ImmunisationFact.parseFrom(row.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a payload of " + DATASET + " cannot be read", e);
        }
    }
}
