package onepermit.exchange.decision;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;

/** What codes are called in Chinese: those of a vocabulary, and the divisions. A code that has no name stands as it is. */
@Immutable
final class CodeNames {
    private static final Divisions DIVISIONS = Divisions.load(true);
    private static final Pattern DIVISION = Pattern.compile("[0-9]{6}");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]+)");

    @SuppressWarnings("Immutable") // copied, never written
    private final Map<String, String> names;

    /** @param names by code; a code `DTaP#` names each `DTaP<n>`, with the number in place of `#` in its name */
    CodeNames(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    String of(String code) {
        if (code.isEmpty()) {
            return "无";
        }
        if (isDivision(code)) {
            return DIVISIONS.nameOf(new DivisionCode(code)).orElse(code);
        }
        var name = names.get(code);
        return name == null ? numbered(code) : name;
    }

    String of(List<?> codes) {
        return codes.stream().map(code -> of(code.toString())).collect(Collectors.joining("、"));
    }

    private static boolean isDivision(String code) {
        return code.length() == 6
                && code.charAt(0) <= '9'
                && DIVISION.matcher(code).matches();
    }

    private String numbered(String code) {
        var parts = NUMBERED.matcher(code);
        var name = parts.matches() ? names.get(parts.group(1) + "#") : null;
        return name == null ? code : name.replace("#", parts.group(2));
    }

    /** `zh(code)` and `zh(codes)`. */
    static CelFunctionDecl declaration() {
        return CelFunctionDecl.newFunctionDeclaration(
                "zh",
                CelOverloadDecl.newGlobalOverload("zh_text", SimpleType.STRING, SimpleType.STRING),
                CelOverloadDecl.newGlobalOverload("zh_texts", SimpleType.STRING, ListType.create(SimpleType.STRING)));
    }

    List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("zh_text", String.class, code -> of(code)),
                CelFunctionBinding.from("zh_texts", List.class, codes -> of(codes)));
    }
}
