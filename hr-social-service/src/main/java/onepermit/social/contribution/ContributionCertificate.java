package onepermit.social.contribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.identity.CitizenId;

/**
 * What a certificate of contributions says, line by line: whose it is, when it was issued, and the months by place and kind. It tells
 * no base and no employer.
 *
 * @param issuedAt in UTC
 */
public record ContributionCertificate(CitizenId citizen, Instant issuedAt, List<ContributionSeries> series) {

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("citizen-id " + citizen.value());
        lines.add("issued-at " + issuedAt);
        series.forEach(of -> {
            lines.add("paid " + of.place().value() + " " + of.kind() + " "
                    + of.paid().size() + " back-paid " + of.backPaid().size());
            of.runs().forEach(run -> lines.add("run " + run.from() + " " + run.to()));
        });
        return lines;
    }
}
