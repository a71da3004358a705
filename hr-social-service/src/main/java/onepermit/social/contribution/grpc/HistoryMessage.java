package onepermit.social.contribution.grpc;

import onepermit.exchange.rpc.Etag;
import onepermit.social.contribution.ContributionHistory;
import onepermit.social.contribution.Employer;
import onepermit.social.v1.ContributionSeries;
import onepermit.social.v1.GetContributionHistoryResponse;
import onepermit.social.v1.InsuranceKind;
import onepermit.social.v1.MonthRun;

/** A history on the wire. */
final class HistoryMessage {
    private HistoryMessage() {}

    static GetContributionHistoryResponse of(ContributionHistory history) {
        GetContributionHistoryResponse.Builder message = GetContributionHistoryResponse.newBuilder()
                .setCurrentEmployer(
                        history.currentEmployer().map(Employer::code).orElse(""))
                .setEtag(Etag.of(history.version()));
        history.series().forEach(series -> message.addSeries(series(series)));
        return message.build();
    }

    private static ContributionSeries series(onepermit.social.contribution.ContributionSeries series) {
        ContributionSeries.Builder message = ContributionSeries.newBuilder()
                .setPlace(series.place().value())
                .setKind(InsuranceKind.forNumber(series.kind().code()))
                .setTotalMonths(series.paid().size())
                .setBackPaidMonths(series.backPaid().size());
        series.runs().forEach(run -> message.addRuns(run(run)));
        series.gaps().forEach(gap -> message.addGaps(run(gap)));
        return message.build();
    }

    private static MonthRun run(onepermit.social.contribution.MonthRun run) {
        return MonthRun.newBuilder()
                .setFrom(run.from().toString())
                .setTo(run.to().toString())
                .setMonths(run.months())
                .build();
    }
}
