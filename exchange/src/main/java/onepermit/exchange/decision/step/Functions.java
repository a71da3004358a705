package onepermit.exchange.decision.step;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** CEL's functions on whole numbers, texts, booleans, lists and maps. An argument of another kind is a class cast that ends the steps. */
final class Functions {
    private static final Map<String, UnaryOperator<Object>> ONE = Map.of(
            "-_", a -> Math.negateExact((Long) a),
            "size", Lists::size,
            "int", a -> (Long) a,
            "string", Texts::of,
            "dyn", a -> a,
            "math.@min", a -> (Long) a,
            "math.@max", a -> (Long) a,
            "join", a -> Texts.join(a, ""));

    private static final Map<String, BinaryOperator<Object>> TWO = Map.ofEntries(
            Map.entry("_==_", Equal::are),
            Map.entry("_!=_", (a, b) -> !Equal.are(a, b)),
            Map.entry("_<_", (a, b) -> Equal.compare(a, b) < 0),
            Map.entry("_<=_", (a, b) -> Equal.compare(a, b) <= 0),
            Map.entry("_>_", (a, b) -> Equal.compare(a, b) > 0),
            Map.entry("_>=_", (a, b) -> Equal.compare(a, b) >= 0),
            Map.entry("_+_", Lists::sum),
            Map.entry("_-_", (a, b) -> Math.subtractExact((Long) a, (Long) b)),
            Map.entry("_*_", (a, b) -> Math.multiplyExact((Long) a, (Long) b)),
            Map.entry("_/_", (a, b) -> Math.divideExact((Long) a, (Long) b)),
            Map.entry("_%_", (a, b) -> (Long) a % (Long) b),
            Map.entry("_[_]", Lists::at),
            Map.entry("@in", Lists::in),
            Map.entry("math.@min", (a, b) -> Math.min((Long) a, (Long) b)),
            Map.entry("math.@max", (a, b) -> Math.max((Long) a, (Long) b)),
            Map.entry("join", Texts::join),
            Map.entry("substring", (a, from) -> Texts.part(a, from, (long) ((String) a).length())),
            Map.entry("startsWith", (a, b) -> ((String) a).startsWith((String) b)),
            Map.entry("endsWith", (a, b) -> ((String) a).endsWith((String) b)),
            Map.entry("contains", (a, b) -> ((String) a).contains((String) b)));

    private Functions() {}

    static Optional<Step> step(String function, Step[] parts) {
        return switch (parts.length) {
            case 1 -> Optional.ofNullable(ONE.get(function)).map(f -> new Call.One(f, parts[0]));
            case 2 ->
                function.equals("matches")
                        ? matches(parts[0], parts[1])
                        : Optional.ofNullable(TWO.get(function)).map(f -> new Call.Two(f, parts[0], parts[1]));
            case 3 ->
                function.equals("substring")
                        ? Optional.of(new Call.Many(a -> Texts.part(a[0], a[1], a[2]), parts))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The pattern is read once, with the rule set. */
    private static Optional<Step> matches(Step text, Step pattern) {
        if (!(pattern instanceof Constant(String written))) {
            return Optional.empty();
        }
        try {
            Pattern read = Pattern.compile(written);
            return Optional.of(
                    new Call.One(value -> read.matcher((String) value).find(), text));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
