package onepermit.education.admission;

/**
 * What some tables count beside residence, work and uninterrupted insurance.
 *
 * @param leased whether a lease in the division applied in is registered
 */
public record PermitItems(Answer<PermitHeld> permit, Answer<PaidByKind> paid, Answer<Boolean> leased) {}
