package onepermit.gateway.usage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/**
 * How far each department's list was read: the token of its next page. A department that is not in it was not read at all.
 *
 * @param by department → token, empty = its beginning; {@link #END} = to its end
 */
record Cursors(Map<String, String> by) {
    static final String END = "end";
    private static final Pattern FORM = Pattern.compile("([a-z]+=([0-9]{0,19}|end)(;(?!$)|$))*");

    Cursors {
        by = Map.copyOf(by);
    }

    /** @param token empty = the beginning of all lists */
    static Cursors parse(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            if (FORM.matcher(text).matches()) {
                return new Cursors(Arrays.stream(text.split(";", -1))
                        .filter(each -> !each.isEmpty())
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> each[1])));
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            // Refused below: not base64, or a department twice.
        }
        throw new RefusalException(
                Refusal.invalid("PAGE_TOKEN", "page_token", "expected next_page_token of the answer before"));
    }

    /** The token of a department's next page; empty = its first. */
    String of(String department) {
        return by.getOrDefault(department, "");
    }

    /** Those among the departments that have more, as far as is known. */
    List<String> open(Collection<String> departments) {
        return departments.stream()
                .filter(department -> !of(department).equals(END))
                .toList();
    }

    /** @param further department → token of its next page */
    Cursors with(Map<String, String> further) {
        Map<String, String> next = new TreeMap<>(by);
        next.putAll(further);
        return new Cursors(next);
    }

    /** @param departments those asked; empty when none of them, as far as they answered, has more */
    String token(Set<String> departments) {
        boolean more =
                departments.stream().anyMatch(department -> !of(department).equals(END) && by.containsKey(department));
        return more
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(text().getBytes(StandardCharsets.US_ASCII))
                : "";
    }

    private String text() {
        return new TreeMap<>(by)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(";"));
    }
}
