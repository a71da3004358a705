package onepermit.social.contribution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import onepermit.exchange.publication.Facts;
import onepermit.social.insured.Insured;
import onepermit.social.insured.InsuredPersons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts lines: ledger, facts and what follows from them, in one transaction. */
@Component
public class PostContributions {
    private final Facts facts;
    private final InsuredPersons insured;
    private final ContributionLedger ledger;
    private final LedgerPublication publication;
    private final List<LedgerListener> listeners;

    PostContributions(
            Facts facts,
            InsuredPersons insured,
            ContributionLedger ledger,
            LedgerPublication publication,
            List<LedgerListener> listeners) {
        this.facts = facts;
        this.insured = insured;
        this.ledger = ledger;
        this.publication = publication;
        this.listeners = listeners;
    }

    /**
     * What became of the lines.
     *
     * @param posted new, or with other figures than those that stood
     */
    public record Posted(int posted, int duplicates) {}

    @Transactional
    public Posted post(List<Contribution> lines) {
        Collection<Insured> persons = lines.stream().map(Contribution::insured).collect(Collectors.toSet());
        facts.lockPersons(persons.stream().map(Insured::key).toList());
        insured.add(persons);
        Map<LedgerYear.Key, LedgerYear> years =
                ledger.years(lines.stream().map(Contribution::year).collect(Collectors.toSet()));
        int posted = post(lines, years);
        settle(years.values().stream().filter(LedgerYear::changed).toList());
        return new Posted(posted, lines.size() - posted);
    }

    private static int post(List<Contribution> lines, Map<LedgerYear.Key, LedgerYear> years) {
        int posted = 0;
        for (Contribution line : lines) {
            LedgerYear year = Objects.requireNonNull(years.get(line.year()));
            if (year.post(line.month().getMonth(), line.payment()) != LedgerYear.Posting.DUPLICATE) {
                posted++;
            }
        }
        return posted;
    }

    private void settle(List<LedgerYear> changed) {
        if (!changed.isEmpty()) {
            ledger.save(changed, ContributionLedger.Change.POSTED);
            publication.posted(changed);
            listeners.forEach(listener -> listener.changed(changed));
        }
    }
}
