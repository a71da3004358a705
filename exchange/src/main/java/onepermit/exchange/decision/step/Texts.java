package onepermit.exchange.decision.step;

import java.util.List;
import java.util.StringJoiner;

/** Functions of texts. */
final class Texts {
    private Texts() {}

    static Object of(Object value) {
        if (!Equal.isPlain(value)) {
            throw new NotForSteps("text of " + value.getClass());
        }
        return value.toString();
    }

    static Object join(Object list, Object separator) {
        StringJoiner joined = new StringJoiner((String) separator);
        for (Object text : (List<?>) list) {
            joined.add((String) text);
        }
        return joined.toString();
    }

    /** CEL counts characters, Java half of the rare ones. */
    static Object part(Object of, Object from, Object to) {
        String text = (String) of;
        if (text.codePointCount(0, text.length()) != text.length()) {
            throw new NotForSteps("part of a text with rare characters");
        }
        return text.substring(Math.toIntExact((Long) from), Math.toIntExact((Long) to));
    }
}
