package onepermit.exchange.identity;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: the same name in any of its Unicode spellings has one form. */
public final class Names {
    private static final String DOTS = "•‧∙⋅・．.。";
    private static final char DOT = '·';

    private Names() {}

    /**
     * Compatibility form, upper case, no white space, no variation selectors, and every dot between the parts of a name the middle
     * dot. Different characters for one meaning (variants) stay different.
     */
    public static String normalise(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Names::carriesTheName)
                .forEach(c -> kept.appendCodePoint(DOTS.indexOf(c) >= 0 ? DOT : c));
        return Normalizer.normalize(kept.toString().toUpperCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    private static boolean carriesTheName(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !variationSelector(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.CONTROL;
    }

    private static boolean variationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }
}
