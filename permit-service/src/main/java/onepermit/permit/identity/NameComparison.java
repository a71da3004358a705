package onepermit.permit.identity;

/** How a name compares, explained without giving the name on record. */
public record NameComparison(NameMatch match, String explanationZh, String explanationEn) {

    static NameComparison of(NameMatch match) {
        return switch (match) {
            case EXACT -> new NameComparison(match, "姓名与登记一致。", "The name is the one on record.");
            case NORMALISED ->
                new NameComparison(
                        match,
                        "姓名与登记一致;仅间隔号、空格或全半角写法不同。",
                        "The name is the one on record; only dots, spaces or full-width letters are written differently.");
            case VARIANT -> throw new IllegalArgumentException("a variant is told by its place");
            case DIFFERENT ->
                new NameComparison(
                        match,
                        "姓名与登记不一致,请核对证件上的姓名。",
                        "The name is not the one on record; compare it with the ID card.");
            case NO_RECORD ->
                new NameComparison(
                        match,
                        "没有登记姓名,无法比对;这不表示不一致。",
                        "No name is on record, so none can be compared; this is not a no.");
        };
    }

    /** @param place of the character that differs, counted from 1 */
    static NameComparison variant(int place) {
        return new NameComparison(
                NameMatch.VARIANT,
                "第%d个字为生僻字或异体字,写法与登记不同;由工作人员核对,不影响办理。".formatted(place),
                "Character %d is a rare or variant character written differently on record; an officer compares, nothing is refused."
                        .formatted(place));
    }
}
