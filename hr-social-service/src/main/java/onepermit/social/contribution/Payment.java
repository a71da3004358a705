package onepermit.social.contribution;

/**
 * What one employer paid for one month.
 *
 * @param baseFen contribution base, fen a month; never published
 * @param backPaid paid after its time (补缴)
 */
public record Payment(Employer employer, long baseFen, boolean backPaid) {}
