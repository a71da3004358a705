package onepermit.social.contribution.grpc;

import java.util.List;
import java.util.Objects;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.rpc.CallLimit;
import onepermit.exchange.rpc.RequestLog;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.PostContributions;
import onepermit.social.v1.PostContributionsRequest;
import onepermit.social.v1.PostContributionsResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Posts one batch, after the officers who ask: one transaction under its own request_id, one look. */
@Component
class PostedBatches {
    private static final String METHOD = "onepermit.social.v1.ContributionService/PostContributions";

    private final PostContributions contributions;
    private final ContributionLines lines;
    private final Divisions divisions;
    private final AccessGuard guard;
    private final TransactionOperations transaction;
    private final RequestLog requests;
    private final Looks looks;
    private final CallLimit door;

    PostedBatches(
            PostContributions contributions,
            ContributionLines lines,
            Divisions divisions,
            AccessGuard guard,
            TransactionOperations transaction,
            RequestLog requests,
            Looks looks,
            CallLimit door) {
        this.contributions = contributions;
        this.lines = lines;
        this.divisions = divisions;
        this.guard = guard;
        this.transaction = transaction;
        this.requests = requests;
        this.looks = looks;
        this.door = door;
    }

    PostContributionsResponse post(PostContributionsRequest batch) {
        door.afterOfficers();
        DivisionCode place = divisions.read("place", batch.getPlace());
        guard.check(Callers.current(), batch.getContext(), place);
        ContributionLines.Read read = lines.read(batch, place, Employer.read("employer", batch.getEmployer()));
        List<PersonKey> persons = personsOf(read);
        Ledger.requireRoom(persons.size(), "lines");
        PostContributionsResponse answer = Objects.requireNonNull(transaction.execute(status -> requests.once(
                batch.getRequestId(), METHOD, batch, PostContributionsResponse.parser(), () -> posted(read))));
        looks.record(METHOD, batch.getContext(), persons, answer);
        return answer;
    }

    private PostContributionsResponse posted(ContributionLines.Read read) {
        PostContributions.Posted posted = contributions.post(read.good());
        return PostContributionsResponse.newBuilder()
                .setPosted(posted.posted())
                .setDuplicates(posted.duplicates())
                .addAllRejected(read.bad())
                .build();
    }

    private static List<PersonKey> personsOf(ContributionLines.Read read) {
        return read.good().stream().map(line -> line.insured().key()).distinct().toList();
    }
}
