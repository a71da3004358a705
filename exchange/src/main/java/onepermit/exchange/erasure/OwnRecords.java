package onepermit.exchange.erasure;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All tables of a department. A test of the department compares them with its database: a table that stands nowhere here fails it.
 *
 * @param records about persons, in the order in which they are deleted: what refers to others comes first
 * @param aboutNobody tables that say nothing of any person
 */
public record OwnRecords(List<PersonalRecords> records, Set<String> aboutNobody) {
    public static final OwnRecords NONE = new OwnRecords(List.of(), Set.of());

    OwnRecords and(PersonalRecords further) {
        return new OwnRecords(
                Stream.concat(records.stream(), Stream.of(further)).toList(), aboutNobody);
    }
}
