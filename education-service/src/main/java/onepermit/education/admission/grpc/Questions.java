package onepermit.education.admission.grpc;

import onepermit.education.admission.AdmissionQuestion;
import onepermit.education.admission.Family;
import onepermit.education.admission.ReadFamily;
import onepermit.education.admission.WrittenPerson;
import onepermit.education.schoolyear.SchoolYears;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import org.springframework.stereotype.Component;

/** Reads a request into a question; what does not fit is refused by the name of its field. */
@Component
class Questions {
    private final ReadFamily families;
    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final Divisions divisions;
    private final SchoolYears years;
    private final AccessGuard guard;

    Questions(
            ReadFamily families,
            CitizenIds citizenIds,
            PersonKeys keys,
            Divisions divisions,
            SchoolYears years,
            AccessGuard guard) {
        this.families = families;
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.divisions = divisions;
        this.years = years;
        this.guard = guard;
    }

    AdmissionQuestion read(Caller caller, VerifyEligibilityRequest request) {
        Family family = families.read(
                new WrittenPerson(request.getChildId(), request.getChildName()),
                request.getGuardiansList().stream()
                        .map(guardian -> new WrittenPerson(guardian.getCitizenId(), guardian.getName()))
                        .toList());
        DivisionCode division = divisions.read("division", request.getDivision());
        guard.check(caller, request.getContext(), division);
        return new AdmissionQuestion(
                family.child(),
                family.born(),
                family.guardians(),
                division,
                years.read("school_year", request.getSchoolYear(), division),
                request.getContext());
    }

    PersonKey child(String field, String text) {
        return keys.of(citizenIds.read(field, text));
    }
}
