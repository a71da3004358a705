package onepermit.education.vaccinationcheck;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;

/** Where assessments come from. */
public interface Assessments {

    /**
     * @param division of the school
     * @param by doses due by then
     */
    Assessment of(PersonKey child, DivisionCode division, LocalDate by, RequestContext context);
}
