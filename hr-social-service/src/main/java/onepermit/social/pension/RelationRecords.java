package onepermit.social.pension;

import java.util.Collection;
import java.util.Map;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** What the offices recorded of pension relations. */
public interface RelationRecords {

    /** Adds or updates by person and place. */
    void save(Collection<RecordedRelation> relations);

    Map<DivisionCode, RelationRecord> of(PersonKey person);
}
