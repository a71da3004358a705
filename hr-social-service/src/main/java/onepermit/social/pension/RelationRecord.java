package onepermit.social.pension;

/**
 * What contributions do not tell of a relation.
 *
 * @param deemedMonths months that count as paid (视同缴费年限)
 * @param temporary a temporary contribution account (临时基本养老保险缴费账户), which makes no place of benefit
 */
public record RelationRecord(int deemedMonths, boolean temporary) {}
