package onepermit.exchange.decision;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Map;

/**
 * What rules ask of histories. Periods are maps {division, from, to} with dates yyyymmdd (to missing or 0 = open), months maps {place,
 * kind, month} with month yyyymm. A place holds what lies inside it: 350200 counts what 350203 has, 000000 everything.
 */
final class HistoryFunctions {
    private static final CelType INT = SimpleType.INT;
    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType INTS = ListType.create(INT);
    private static final CelType TEXTS = ListType.create(TEXT);
    private static final CelType ENTRIES = ListType.create(MapType.create(TEXT, SimpleType.DYN));

    private HistoryFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                function("continuousSince", INT, ENTRIES, TEXT, INT),
                function("continuousMonths", INT, ENTRIES, TEXT, INT),
                function("monthsPaid", INTS, ENTRIES, TEXT, TEXT),
                function("monthsPaidOfAll", INTS, ENTRIES, TEXT, TEXTS),
                function("paidRun", INT, INTS, INT, INT),
                function("longestRun", INT, INTS),
                function("gapsIn", INTS, INTS, INT, INT),
                function("monthOf", INT, INT),
                function("within", SimpleType.BOOL, TEXT, TEXT),
                function("byDivision", SimpleType.DYN, MapType.create(TEXT, SimpleType.DYN), TEXT));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from(
                        "continuousSince",
                        List.of(List.class, String.class, Long.class),
                        a -> Periods.since((List<?>) a[0], (String) a[1], (Long) a[2])),
                CelFunctionBinding.from(
                        "continuousMonths",
                        List.of(List.class, String.class, Long.class),
                        a -> Periods.months((List<?>) a[0], (String) a[1], (Long) a[2])),
                CelFunctionBinding.from(
                        "monthsPaid",
                        List.of(List.class, String.class, String.class),
                        a -> Months.paid((List<?>) a[0], (String) a[1], (String) a[2])),
                CelFunctionBinding.from(
                        "monthsPaidOfAll",
                        List.of(List.class, String.class, List.class),
                        a -> Months.paidOfAll((List<?>) a[0], (String) a[1], (List<?>) a[2])),
                CelFunctionBinding.from(
                        "paidRun",
                        List.of(List.class, Long.class, Long.class),
                        a -> Months.run((List<?>) a[0], (Long) a[1], (Long) a[2])),
                CelFunctionBinding.from("longestRun", List.class, Months::longestRun),
                CelFunctionBinding.from(
                        "gapsIn",
                        List.of(List.class, Long.class, Long.class),
                        a -> Months.gaps((List<?>) a[0], (Long) a[1], (Long) a[2])),
                CelFunctionBinding.from("monthOf", Long.class, date -> date / 100),
                CelFunctionBinding.from("within", String.class, String.class, Places::within),
                CelFunctionBinding.from("byDivision", Map.class, String.class, Places::nearest));
    }

    private static CelFunctionDecl function(String name, CelType result, CelType... parameters) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name, result, List.of(parameters)));
    }
}
