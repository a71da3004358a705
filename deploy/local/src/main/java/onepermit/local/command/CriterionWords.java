package onepermit.local.command;

import onepermit.exchange.v1.Criterion;

/** What was found for a criterion and what was asked, in one line of each language. */
final class CriterionWords {
    private CriterionWords() {}

    static String en(Criterion criterion) {
        if (criterion.getUnknownCount() > 0) return "not known: " + String.join(", ", criterion.getUnknownList());
        return criterion.getValue() + inBrackets(" (", criterion.getRequired(), ")");
    }

    /** The document that says so stands beside the Chinese line, as its name is Chinese. */
    static String zh(Criterion criterion) {
        String line = criterion.getUnknownCount() > 0
                ? "未知：" + String.join("、", criterion.getUnknownList())
                : criterion.getValueZh() + inBrackets("（", criterion.getRequiredZh(), "）");
        return line + inBrackets(" · ", criterion.getArticle(), "");
    }

    private static String inBrackets(String open, String text, String close) {
        return text.isBlank() ? "" : open + text + close;
    }
}
