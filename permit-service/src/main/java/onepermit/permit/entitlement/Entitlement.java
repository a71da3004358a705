package onepermit.permit.entitlement;

/**
 * One entitlement.
 *
 * @param detailZh how much; may be empty
 * @param source article or document; {@code study} = no document
 * @param fromYears full years of residence asked for; 0 = none
 */
public record Entitlement(
        String code,
        String group,
        String zh,
        String en,
        Level level,
        String detailZh,
        String detailEn,
        String source,
        int fromYears) {

    /** As it is for somebody with so many years. */
    Entitlement after(int years) {
        return years >= fromYears || level == Level.NO || level == Level.UNKNOWN
                ? this
                : new Entitlement(code, group, zh, en, Level.NOT_YET, detailZh, detailEn, source, fromYears);
    }
}
