package onepermit.permit.registration;

import onepermit.exchange.identity.PersonKey;

/** An address period and whose it is. */
public record PeriodOf(PersonKey person, AddressPeriod period) {}
