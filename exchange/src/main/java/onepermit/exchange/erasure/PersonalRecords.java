package onepermit.exchange.erasure;

import java.util.Set;
import onepermit.exchange.identity.PersonKey;

/** Records about persons in one of a department's own tables. */
public interface PersonalRecords {

    String table();

    /** The column that says whose a record is. */
    String column();

    /** The datasets that are made of these records: while a statute keeps one of them, the records stay. */
    Set<String> datasets();

    /** Other persons whose facts change when this person's records go; they are locked together. */
    default Set<PersonKey> changedWith(PersonKey person) {
        return Set.of();
    }

    /** Deletes the person's records, inside the owner's transaction. */
    void erase(PersonKey person);

    long count(PersonKey person);
}
