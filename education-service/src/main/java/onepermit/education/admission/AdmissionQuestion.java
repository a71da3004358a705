package onepermit.education.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onepermit.education.schoolyear.SchoolYear;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;

/**
 * May this child enrol in this division in this school year?
 *
 * @param born when the child was born
 * @param guardians one or two
 */
public record AdmissionQuestion(
        PersonAsked child,
        LocalDate born,
        List<PersonAsked> guardians,
        DivisionCode division,
        SchoolYear year,
        RequestContext context) {

    /** The child first. */
    public List<PersonKey> persons() {
        List<PersonKey> persons = new ArrayList<>(1 + guardians.size());
        persons.add(child.key());
        guardians.forEach(guardian -> persons.add(guardian.key()));
        return persons;
    }
}
