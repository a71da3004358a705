package onepermit.exchange.correction;

import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.DivisionCode;

/**
 * What is doubted of a record; never prints what it says.
 *
 * @param factId empty = a fact is missing
 * @param division whose office keeps the record
 * @param item field, as the catalogue names it; empty = the fact as a whole
 */
public record Doubt(
        CitizenId citizen,
        String dataset,
        String factId,
        DivisionCode division,
        String item,
        String onRecord,
        String claimed,
        String statement,
        List<Paper> papers) {

    /**
     * A paper that shows it; it stays with who raised the correction.
     *
     * @param sha256 of the paper, hex
     */
    public record Paper(String kind, String sha256) {}

    public Doubt {
        papers = List.copyOf(papers);
    }

    Doubt with(String statement, List<Paper> papers) {
        return new Doubt(citizen, dataset, factId, division, item, onRecord, claimed, statement, papers);
    }

    @Override
    public String toString() {
        return "Doubt[" + dataset + " " + item + "]";
    }
}
