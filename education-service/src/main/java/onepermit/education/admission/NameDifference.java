package onepermit.education.admission;

import java.util.List;

/**
 * Whose names differ from the ones on record, and what public security says of it. Names themselves stand nowhere in it.
 *
 * @param roles e.g. {@code child}, {@code mother}; empty = none differs
 */
public record NameDifference(List<String> roles, String explanationZh, String explanationEn) {
    static final NameDifference NONE = new NameDifference(List.of(), "", "");
}
