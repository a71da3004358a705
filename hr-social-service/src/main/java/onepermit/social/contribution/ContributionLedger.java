package onepermit.social.contribution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** The contribution ledger. Everything that changes it runs inside the caller's transaction, under the persons' lock. */
public interface ContributionLedger {

    /** Years as they stand; a year without payments is there, and empty. */
    Map<LedgerYear.Key, LedgerYear> years(Collection<LedgerYear.Key> keys);

    default LedgerYear year(LedgerYear.Key key) {
        return Objects.requireNonNull(years(Set.of(key)).get(key));
    }

    /** All years of a person that hold a payment. */
    List<LedgerYear> years(PersonKey person);

    /** Every place at which something is posted for a person, or was before it was corrected away. */
    Set<DivisionCode> places(PersonKey person);

    /** Who paid pension insurance for these persons, and when: what proves employment. */
    List<EmployerMonths> pensionMonths(Collection<PersonKey> persons);

    /** Stores years, keeps what they replaced as history and raises the version of each person's ledger. */
    void save(Collection<LedgerYear> years, Change change);

    /** Version of a person's ledger; 0 when nothing was ever posted. */
    long version(PersonKey person);

    /**
     * Why the ledger changed, for the history.
     *
     * @param reason {@code POSTED}, or an officer's words
     * @param by subject of the officer's token; empty for files
     */
    record Change(String reason, String by) {
        public static final Change POSTED = new Change("POSTED", "");
    }
}
