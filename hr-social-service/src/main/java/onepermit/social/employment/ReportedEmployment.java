package onepermit.social.employment;

import onepermit.social.insured.Insured;

/** A period as an employer reports it; the same employer and first day again is the same period. */
public record ReportedEmployment(Insured insured, EmploymentPeriod period) {}
