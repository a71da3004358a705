package onepermit.education.admission.grpc;

import java.util.ArrayList;
import java.util.List;
import onepermit.education.admission.AdmissionQuestion;
import onepermit.education.admission.PersonAsked;
import onepermit.education.schoolyear.SchoolYears;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Reads a request into a question; what does not fit is refused by the name of its field. */
@Component
class Questions {
    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final Divisions divisions;
    private final SchoolYears years;
    private final AccessGuard guard;

    Questions(CitizenIds citizenIds, PersonKeys keys, Divisions divisions, SchoolYears years, AccessGuard guard) {
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.divisions = divisions;
        this.years = years;
        this.guard = guard;
    }

    AdmissionQuestion read(Caller caller, VerifyEligibilityRequest request) {
        PersonAsked child = person("child_id", request.getChildId(), "child_name", request.getChildName());
        List<PersonAsked> guardians = guardians(request.getGuardiansList());
        requireOthers(child, guardians);
        DivisionCode division = divisions.read("division", request.getDivision());
        guard.check(caller, request.getContext(), division);
        return new AdmissionQuestion(
                child,
                guardians,
                division,
                years.read("school_year", request.getSchoolYear(), division),
                request.getContext());
    }

    PersonKey child(String field, String text) {
        return keys.of(citizenIds.read(field, text));
    }

    private List<PersonAsked> guardians(List<Guardian> asked) {
        List<PersonAsked> guardians = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            Guardian guardian = asked.get(i);
            String field = "guardians[" + i + "].";
            guardians.add(person(field + "citizen_id", guardian.getCitizenId(), field + "name", guardian.getName()));
        }
        return guardians;
    }

    private PersonAsked person(String field, String id, String nameField, String name) {
        CitizenId citizen = citizenIds.read(field, id);
        return new PersonAsked(citizen, keys.of(citizen), name, nameField);
    }

    private static void requireOthers(PersonAsked child, List<PersonAsked> guardians) {
        for (int i = 0; i < guardians.size(); i++) {
            PersonKey key = guardians.get(i).key();
            if (key.equals(child.key())
                    || i > 0 && key.equals(guardians.getFirst().key())) {
                throw new RefusalException(Refusal.invalid(
                        "SAME_PERSON_TWICE",
                        "guardians[" + i + "].citizen_id",
                        "expected another person than the child and the other guardian"));
            }
        }
    }
}
