package onepermit.permit.dwelling;

/** What a building is for; no cited rule tells the two apart when a permit is applied for. */
public enum DwellingUsage {
    RESIDENTIAL,
    /** 商住, land term often 40 years. */
    COMMERCIAL_RESIDENTIAL
}
