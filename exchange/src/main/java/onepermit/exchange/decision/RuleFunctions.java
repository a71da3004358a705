package onepermit.exchange.decision;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import onepermit.exchange.identity.Dates;

/** The functions rules may call beside CEL's own. Dates are ints yyyymmdd, so that rules compare them as they are written. */
final class RuleFunctions {
    private static final CelType DATE = SimpleType.INT;

    private RuleFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                two("addMonths", DATE),
                two("addDays", DATE),
                two("monthsBetween", SimpleType.INT),
                two("yearsBetween", SimpleType.INT),
                one("dateText"),
                one("monthText"));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                /** The same day of a later month; its last day where there is no such day. */
                binding("addMonths", (date, n) -> (long) Dates.toCode(date(date).plusMonths(n))),
                binding("addDays", (date, n) -> (long) Dates.toCode(date(date).plusDays(n))),
                /** Whole months from the first date to the second. */
                binding("monthsBetween", (from, to) -> ChronoUnit.MONTHS.between(date(from), date(to))),
                binding("yearsBetween", (from, to) -> ChronoUnit.YEARS.between(date(from), date(to))),
                CelFunctionBinding.from("dateText_int", Long.class, d -> date(d).toString()),
                CelFunctionBinding.from(
                        "monthText_int", Long.class, d -> date(d).toString().substring(0, 7)));
    }

    @Immutable
    private interface OnDates {
        Long apply(Long a, Long b);
    }

    private static CelFunctionBinding binding(String name, OnDates function) {
        return CelFunctionBinding.from(name + "_int_int", Long.class, Long.class, function::apply);
    }

    private static CelFunctionDecl two(String name, CelType result) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name + "_int_int", result, SimpleType.INT, SimpleType.INT));
    }

    private static CelFunctionDecl one(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name + "_int", SimpleType.STRING, SimpleType.INT));
    }

    private static LocalDate date(Long code) {
        return Dates.fromCode(code.intValue());
    }
}
