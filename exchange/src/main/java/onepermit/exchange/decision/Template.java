package onepermit.exchange.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A text with expressions in braces, e.g. `{father.residenceMonths} months`. What is unknown reads `?`. */
final class Template {
    private final List<Object> parts;

    private Template(List<Object> parts) {
        this.parts = parts;
    }

    static Template compile(String text, Expressions expressions) {
        var parts = new ArrayList<Object>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("'" + text + "': a brace is not closed");
            }
            parts.add(text.substring(from, open));
            parts.add(expressions.compile(text.substring(open + 1, close)));
            from = close + 1;
        }
        parts.add(text.substring(from));
        return new Template(List.copyOf(parts));
    }

    String fill(Values values) {
        var text = new StringBuilder(96);
        for (var part : parts) {
            text.append(part instanceof Expression e ? e.value(values).orElse("?") : part);
        }
        return text.toString();
    }

    Stream<Expression> expressions() {
        return parts.stream().filter(Expression.class::isInstance).map(Expression.class::cast);
    }

    Set<String> variables() {
        var variables = new LinkedHashSet<String>();
        expressions().forEach(e -> variables.addAll(e.variables()));
        return variables;
    }
}
