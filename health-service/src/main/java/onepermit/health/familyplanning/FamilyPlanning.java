package onepermit.health.familyplanning;

import onepermit.health.recipient.Recipient;

/**
 * The family-planning flag of one person.
 *
 * @param compliant compliant, or the violation has been dealt with
 */
public record FamilyPlanning(Recipient person, boolean compliant) {}
