package onepermit.permit.filing;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.application.Filer;
import onepermit.permit.application.Party;
import onepermit.permit.application.PermitApplication;
import onepermit.permit.identity.NameMatch;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for; stays as it was opened.
 *
 * @param nameMatch how the name on the ID card compared with the record; null = it was not given
 * @param division that decides, where the applicant lives
 * @param filedIn division of the window; null when the officer is bound to none
 */
public record Filing(
        Party applicant,
        @Nullable Party host,
        Filer filer,
        @Nullable NameMatch nameMatch,
        DivisionCode division,
        @Nullable DivisionCode filedIn,
        LocalDate openedOn) {

    /** The question that the review asks. */
    public PermitApplication asked(LocalDate on, RequestContext context) {
        return new PermitApplication(applicant, host, filer, "", nameMatch, division, on, context);
    }

    public List<PersonKey> persons() {
        return asked(openedOn, RequestContext.getDefaultInstance()).persons();
    }
}
