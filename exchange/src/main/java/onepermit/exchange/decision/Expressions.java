package onepermit.exchange.decision;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import onepermit.exchange.decision.step.Compiler;
import onepermit.exchange.decision.step.OwnFunctions;
import onepermit.exchange.decision.step.Slots;

/** Compiles expressions over declared variables, once; a word that is not declared, or a wrong type, does not compile. */
final class Expressions {
    private static final int LONGEST = 2_000;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(10_000)
            .build();
    private final Cel cel;
    private final Set<String> names;
    private final Slots slots;
    private final OwnFunctions own;

    /** @param slots where the values of the variables will stand */
    Expressions(Map<String, CelType> variables, Slots slots, CodeNames codes) {
        this.names = variables.keySet();
        this.slots = slots;
        names.forEach(slots::declare);
        var bindings = Stream.of(RuleFunctions.bindings(), HistoryFunctions.bindings(), codes.bindings())
                .flatMap(List::stream)
                .toList();
        this.own = new OwnFunctions(bindings);
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelExtensions.math(OPTIONS), CelExtensions.strings())
                .addRuntimeLibraries(CelExtensions.math(OPTIONS), CelExtensions.strings());
        variables.forEach(builder::addVar);
        RuleFunctions.declarations().forEach(builder::addFunctionDeclarations);
        HistoryFunctions.declarations().forEach(builder::addFunctionDeclarations);
        builder.addFunctionDeclarations(CodeNames.declaration());
        bindings.forEach(builder::addFunctionBindings);
        cel = builder.build();
    }

    /** Of any type, for a text. */
    Expression compile(String source) {
        return compile(source, SimpleType.DYN);
    }

    /** @throws IllegalArgumentException that says what does not compile, or is of another type */
    Expression compile(String source, CelType expected) {
        if (source.length() > LONGEST) {
            throw new IllegalArgumentException("an expression has at most " + LONGEST + " characters");
        }
        try {
            var tree = cel.compile(source).getAst();
            if (!fits(tree.getResultType(), expected)) {
                throw new IllegalArgumentException(
                        "'" + source + "' is " + tree.getResultType().name() + ", expected " + expected.name());
            }
            return new Expression(source, cel.createProgram(tree), Compiler.compile(tree, slots, own), variables(tree));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("'" + source + "': " + e.getMessage(), e);
        }
    }

    private static boolean fits(CelType type, CelType expected) {
        return type.kind() == expected.kind() || type.kind() == CelKind.DYN || expected.kind() == CelKind.DYN;
    }

    private Set<String> variables(CelAbstractSyntaxTree tree) {
        var used = new TreeSet<String>();
        tree.getReferenceMap().values().forEach(reference -> {
            if (names.contains(reference.name())) {
                used.add(reference.name());
            }
        });
        return used;
    }
}
