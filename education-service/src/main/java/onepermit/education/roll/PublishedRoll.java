package onepermit.education.roll;

/**
 * A roll and the version of it that the other departments get.
 *
 * @param version 0 when the pupil has no roll
 */
public record PublishedRoll(Roll roll, long version) {}
