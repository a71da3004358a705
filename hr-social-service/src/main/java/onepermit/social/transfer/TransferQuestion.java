package onepermit.social.transfer;

import java.time.LocalDate;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;

/**
 * Is this person's relation transferred?
 *
 * @param approved by the department
 * @param on day of the request, the evaluation date
 */
public record TransferQuestion(
        PersonKey person,
        CitizenId id,
        DivisionCode from,
        DivisionCode to,
        boolean approved,
        LocalDate on,
        RequestContext context) {}
