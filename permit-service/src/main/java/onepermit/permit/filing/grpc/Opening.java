package onepermit.permit.filing.grpc;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.RequestFields;
import onepermit.permit.application.Filer;
import onepermit.permit.application.Party;
import onepermit.permit.filing.Filing;
import onepermit.permit.identity.CompareNames;
import onepermit.permit.identity.NameMatch;
import onepermit.permit.registration.Residences;
import onepermit.permit.v1.OpenRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a request to open asks for. */
@Component
class Opening {
    private final RequestFields fields;
    private final Residences residences;
    private final CompareNames names;

    Opening(RequestFields fields, Residences residences, CompareNames names) {
        this.fields = fields;
        this.residences = residences;
        this.names = names;
    }

    Filing filing(OpenRequest request) {
        Party applicant = party("citizen_id", request.getCitizenId());
        Party host = request.getHostId().isEmpty() ? null : party("host_id", request.getHostId());
        requireAnother("host_id", applicant, host);
        LocalDate on = fields.pastDateOrToday("opened_on", request.getOpenedOn());
        return new Filing(
                applicant,
                host,
                filer(request, applicant),
                match(applicant, request.getName()),
                division(request, applicant),
                fields.callersDivision().orElse(null),
                on);
    }

    private Filer filer(OpenRequest request, Party applicant) {
        return switch (request.getFiler()) {
            case FILER_KIND_UNSPECIFIED, FILER_KIND_SELF, UNRECOGNIZED -> self(request);
            case FILER_KIND_RELATIVE -> {
                Party relative = party("relative_id", request.getRelativeId());
                requireAnother("relative_id", applicant, relative);
                yield Filer.relative(relative, request.getCannotCome());
            }
            case FILER_KIND_EMPLOYER -> {
                if (request.getEmployer().isEmpty()) {
                    throw invalid("EMPLOYER_MISSING", "employer", "expected the employer's social credit code");
                }
                yield Filer.employer();
            }
        };
    }

    private static Filer self(OpenRequest request) {
        if (!request.getRelativeId().isEmpty() || !request.getEmployer().isEmpty()) {
            throw invalid("FILER_KIND", "filer", "a relative or an employer is named; expected their kind of filer");
        }
        return Filer.self();
    }

    private @Nullable NameMatch match(Party applicant, String name) {
        return name.isEmpty() ? null : names.compare(applicant.key(), name).match();
    }

    /**
     * Where the applicant lives, if that is in the city asked for; so an application goes to the competent office, at whichever window of the
     * city it is filed. The texts do not say where somebody lives.
     */
    private DivisionCode division(OpenRequest request, Party applicant) {
        Optional<DivisionCode> home = residences.of(applicant.key()).registeredIn();
        if (request.getDivision().isEmpty()) {
            return home.filter(fields::isOfCity)
                    .orElseThrow(() -> new RefusalException(Refusal.failedPrecondition(
                            "NOT_REGISTERED",
                            "division",
                            "no open registration in the city of this window; expected the division of the dwelling")));
        }
        DivisionCode asked = fields.division("division", request.getDivision());
        if (!fields.isOfCity(asked)) {
            fields.requireCompetent(asked, request.getContext());
        }
        return home.filter(lives -> CityOrCounty.of(lives).equals(CityOrCounty.of(asked)))
                .orElse(asked);
    }

    private Party party(String field, String text) {
        CitizenId citizen = fields.citizen(field, text);
        return Party.of(citizen, fields.key(citizen));
    }

    private static void requireAnother(String field, Party applicant, @Nullable Party other) {
        if (applicant.equals(other)) {
            throw invalid(
                    field.equals("host_id") ? "HOST_IS_APPLICANT" : "RELATIVE_IS_APPLICANT",
                    field,
                    "this is the applicant; leave the field empty");
        }
    }

    private static RefusalException invalid(String reason, String field, String text) {
        return new RefusalException(Refusal.invalid(reason, field, text));
    }
}
