package onepermit.social.wagetax;

import java.time.YearMonth;
import onepermit.exchange.identity.DivisionCode;
import onepermit.social.insured.Insured;

/** A month in which wage income tax was withheld at a place. */
public record TaxedMonth(Insured insured, DivisionCode place, YearMonth month) {}
