package onepermit.permit.filing;

import java.time.Instant;
import onepermit.exchange.decision.Bilingual;

/**
 * Something a department knows already; never prints what.
 *
 * @param name of the field, or the dataset
 * @param subject whose: applicant, host, child
 * @param known false = its department has not been heard of for too long
 */
public record KnownFact(String name, String subject, Bilingual value, String source, Instant asOf, boolean known) {

    @Override
    public String toString() {
        return "KnownFact[" + name + " of " + subject + ", " + source + "]";
    }
}
