package onepermit.health.unit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** Which units care for which children. */
public interface Assignments {

    /** The latest of each child that has one. */
    Map<PersonKey, UnitAssignment> latest(Collection<PersonKey> children);

    /** Of one child, the latest first. */
    List<UnitAssignment> of(PersonKey child);

    /** From now on the child's latest one. */
    void assign(UnitAssignment assignment);

    /** @param after number of the last child of the page before; 0 = the first page */
    List<UnitChild> ofUnit(String unit, long after, int most);
}
