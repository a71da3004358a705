package onepermit.permit.registration.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.registration.CorrectPeriod;
import onepermit.permit.registration.Residence;
import onepermit.permit.registration.ResidencePublications;
import onepermit.permit.registration.Residences;
import onepermit.permit.v1.CorrectPeriodRequest;
import onepermit.permit.v1.CorrectPeriodResponse;
import onepermit.permit.v1.RegistrationServiceGrpc;
import org.springframework.stereotype.Component;

@Component
class CorrectPeriodCall {
    private final RequestFields fields;
    private final Mutation mutation;
    private final Residences residences;
    private final CorrectPeriod correct;
    private final ResidencePublications publications;

    CorrectPeriodCall(
            RequestFields fields,
            Mutation mutation,
            Residences residences,
            CorrectPeriod correct,
            ResidencePublications publications) {
        this.fields = fields;
        this.mutation = mutation;
        this.residences = residences;
        this.correct = correct;
        this.publications = publications;
    }

    CorrectPeriodResponse answer(CorrectPeriodRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        DivisionCode division = fields.ownDivision("division", request.getDivision(), request.getContext());
        LocalDate recorded = fields.pastDate("recorded_from", request.getRecordedFrom());
        LocalDate from = fields.pastDate("from", request.getFrom());
        return mutation.once(
                RegistrationServiceGrpc.getCorrectPeriodMethod(),
                request.getRequestId(),
                request.getContext(),
                CorrectPeriodResponse.parser(),
                List.of(person),
                List.of("residence.registration"),
                () -> {
                    Etag.require(request.getEtag(), shown(person));
                    return response(correct.correct(person, division, recorded, from));
                });
    }

    /** The version of a residence that the officer sees, 0 of none. */
    private long shown(PersonKey person) {
        return fields.owns(residences.of(person).divisions()) ? publications.version(person) : 0;
    }

    private CorrectPeriodResponse response(Residence residence) {
        return CorrectPeriodResponse.newBuilder()
                .addAllPeriods(ResidenceMessages.periods(residence))
                .setEtag(Etag.of(publications.version(residence.person())))
                .build();
    }
}
