package onepermit.social.pension;

import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;
import onepermit.exchange.identity.DivisionCode;

/**
 * What a person has at one pooling region.
 *
 * @param paid months of pension insurance
 * @param record what the office recorded beside the months, if anything
 */
public record PensionAccount(DivisionCode place, SortedSet<YearMonth> paid, Optional<RelationRecord> record) {

    int deemedMonths() {
        return record.map(RelationRecord::deemedMonths).orElse(0);
    }
}
