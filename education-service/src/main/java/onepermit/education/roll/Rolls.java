package onepermit.education.roll;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** All rolls of the department. */
public interface Rolls {

    /** The pupil's roll; without entries when there is none. */
    Roll of(PersonKey pupil);

    Map<PersonKey, Roll> ofAll(Collection<PersonKey> pupils);

    /** Adds or updates periods by pupil, school and first day. */
    void store(List<RollLine> lines);
}
