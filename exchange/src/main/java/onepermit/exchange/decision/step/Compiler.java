package onepermit.exchange.decision.step;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes steps of a checked tree. */
public final class Compiler {
    private final CelAbstractSyntaxTree tree;
    private final Slots slots;
    private final OwnFunctions own;
    /** Variables of the loops around, the innermost last told. */
    private final Map<String, Integer> locals = new HashMap<>();

    private Compiler(CelAbstractSyntaxTree tree, Slots slots, OwnFunctions own) {
        this.tree = tree;
        this.slots = slots;
        this.own = own;
    }

    /** @return nothing when the expression has a part that steps do not know */
    public static Optional<Step> compile(CelAbstractSyntaxTree tree, Slots slots, OwnFunctions own) {
        try {
            return Optional.of(new Compiler(tree, slots, own).step(tree.getExpr()));
        } catch (NotForSteps e) {
            return Optional.empty();
        }
    }

    private Step step(CelExpr node) {
        return switch (node.getKind()) {
            case CONSTANT -> constant(node.constant());
            case IDENT -> variable(node);
            case SELECT -> field(node.select());
            case CALL -> call(node);
            case LIST -> list(node.list());
            case COMPREHENSION -> loop(node.comprehension());
            case NOT_SET, STRUCT, MAP -> throw new NotForSteps(node.getKind().name());
        };
    }

    private static Step constant(CelConstant constant) {
        Object value = switch (constant.getKind()) {
            case INT64_VALUE -> constant.int64Value();
            case STRING_VALUE -> constant.stringValue();
            case BOOLEAN_VALUE -> constant.booleanValue();
            default -> throw new NotForSteps(constant.getKind().name());
        };
        return new Constant(value);
    }

    private Step variable(CelExpr node) {
        Integer local = locals.get(node.ident().name());
        if (local != null) {
            return new Variable(local);
        }
        int slot = tree.getReference(node.id()).map(r -> slots.of(r.name())).orElse(-1);
        if (slot < 0) {
            throw new NotForSteps(node.ident().name());
        }
        return new Variable(slot);
    }

    private Step field(CelExpr.CelSelect select) {
        Step of = step(select.operand());
        String key = select.field();
        return select.testOnly()
                ? new Call.One(map -> ((Map<?, ?>) map).containsKey(key), of)
                : new Call.One(map -> Lists.entry((Map<?, ?>) map, key), of);
    }

    private Step list(CelExpr.CelList list) {
        if (!list.optionalIndices().isEmpty()) {
            throw new NotForSteps("optional elements");
        }
        Step[] elements = steps(list.elements());
        Step made = new Call.Many(values -> Collections.unmodifiableList(Arrays.asList(values)), elements);
        return Constant.all(elements) ? new Constant(made.run(new Frame(0))) : made;
    }

    private Step[] steps(List<CelExpr> nodes) {
        return nodes.stream().map(this::step).toArray(Step[]::new);
    }

    private Step call(CelExpr node) {
        List<CelExpr> nodes = new ArrayList<>();
        node.call().target().ifPresent(nodes::add);
        nodes.addAll(node.call().args());
        Step[] parts = steps(nodes);
        String function = node.call().function();
        if (function.equals("_+_") && isGrowing(nodes.get(0))) {
            return new Loop.Append(parts[0], parts[1]);
        }
        return Logic.step(function, parts)
                .or(() -> own.step(overloads(node), parts))
                .or(() -> Functions.step(function, parts))
                .orElseThrow(() -> new NotForSteps(function));
    }

    private List<String> overloads(CelExpr node) {
        return tree.getReferenceOrThrow(node.id()).overloadIds();
    }

    /** The list that a loop gathers: nobody else sees it before the loop ends. */
    private boolean isGrowing(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.ident().name().startsWith("@result")
                && tree.getTypeOrThrow(node.id()).kind() == CelKind.LIST;
    }

    private Step loop(CelExpr.CelComprehension loop) {
        if (!loop.iterVar2().isEmpty()) {
            throw new NotForSteps("a loop over two variables");
        }
        Step range = step(loop.iterRange());
        Step start = isEmptyList(loop.accuInit()) ? frame -> new ArrayList<>() : step(loop.accuInit());
        Map<String, Integer> around = new HashMap<>(locals);
        int element = slots.local();
        int result = slots.local();
        locals.put(loop.accuVar(), result);
        Step end = step(loop.result());
        locals.put(loop.iterVar(), element);
        Loop made = new Loop(range, element, result, start, step(loop.loopCondition()), step(loop.loopStep()), end);
        locals.clear();
        locals.putAll(around);
        return made;
    }

    private static boolean isEmptyList(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.LIST
                && node.list().elements().isEmpty();
    }
}
