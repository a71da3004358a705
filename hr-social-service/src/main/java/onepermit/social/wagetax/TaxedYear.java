package onepermit.social.wagetax;

import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/**
 * The taxed months of one person, place and year.
 *
 * @param months bit 0 = January … bit 11 = December
 */
public record TaxedYear(PersonKey person, DivisionCode place, int year, int months) {}
