package onepermit.permit.settlement;

/**
 * What part of all points of a ranking comes from one indicator.
 *
 * @param indicator id of its line
 * @param percent of all points given; deductions are left out
 * @param most limit of the rules, percent
 */
public record IndicatorShare(String indicator, int percent, int most) {}
