package onepermit.social.contribution;

import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** Months of one year in which an employer paid pension insurance for a person at a place. */
public record EmployerMonths(PersonKey person, DivisionCode place, Employer employer, int year, MonthSet paid) {}
