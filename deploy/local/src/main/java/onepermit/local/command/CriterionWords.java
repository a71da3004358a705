package onepermit.local.command;

import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;

/** What was found for a criterion and what was asked, in one line of each language. */
final class CriterionWords {
    private CriterionWords() {}

    static String en(Criterion criterion) {
        if (criterion.getUnknownCount() > 0) return "not known: " + String.join(", ", criterion.getUnknownList());
        return found(criterion, criterion.getValue(), "not asked", "nothing on record")
                + inBrackets(" (", criterion.getRequired(), ")");
    }

    /** The document that says so stands beside the Chinese line, as its name is Chinese. */
    static String zh(Criterion criterion) {
        String line = criterion.getUnknownCount() > 0
                ? "未知：" + String.join("、", criterion.getUnknownList())
                : found(criterion, criterion.getValueZh(), "不适用", "无记录")
                        + inBrackets("（", criterion.getRequiredZh(), "）");
        return line + inBrackets(" · ", criterion.getArticle(), "");
    }

    private static String found(Criterion criterion, String value, String notAsked, String nothing) {
        if (!value.isBlank()) return value;
        return criterion.getStatus() == CriterionStatus.CRITERION_STATUS_NOT_APPLICABLE ? notAsked : nothing;
    }

    private static String inBrackets(String open, String text, String close) {
        return text.isBlank() ? "" : open + text + close;
    }
}
