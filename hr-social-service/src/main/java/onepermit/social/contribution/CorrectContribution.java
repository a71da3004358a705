package onepermit.social.contribution;

import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrects a month that was posted; what stood before stays in the history. */
@Component
public class CorrectContribution {
    private final Facts facts;
    private final ContributionLedger ledger;
    private final LedgerPublication publication;
    private final List<LedgerListener> listeners;

    CorrectContribution(
            Facts facts, ContributionLedger ledger, LedgerPublication publication, List<LedgerListener> listeners) {
        this.facts = facts;
        this.ledger = ledger;
        this.publication = publication;
        this.listeners = listeners;
    }

    /**
     * One correction.
     *
     * @param truth the month as it should be; empty = it was not paid
     * @param etag of the ledger as the officer read it
     */
    public record Correction(
            LedgerYear.Key year, Month month, Optional<Payment> truth, ContributionLedger.Change change, String etag) {}

    /**
     * What is posted at the place is looked for first: whose etag it is not to know, because nothing is posted in the division,
     * learns the same of anybody.
     *
     * @return the ledger's new version
     */
    @Transactional
    public long correct(Correction correction) {
        facts.lockPersons(Set.of(correction.year().person()));
        LedgerYear year = ledger.year(correction.year());
        long version = ledger.version(correction.year().person());
        requirePaid(year, correction.month());
        Etag.require(correction.etag(), version);
        year.correct(correction.month(), correction.truth());
        ledger.save(List.of(year), correction.change());
        publication.corrected(year);
        listeners.forEach(listener -> listener.changed(List.of(year)));
        return ledger.version(correction.year().person());
    }

    private static void requirePaid(LedgerYear year, Month month) {
        if (!year.paid(month)) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "MONTH_NOT_POSTED",
                    "month",
                    "nothing is posted for this month, place and kind; post it instead of correcting it"));
        }
    }
}
