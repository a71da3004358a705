package onepermit.social.points.grpc;

import java.time.Clock;
import java.time.LocalDate;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.rpc.Etag;
import onepermit.social.contribution.Employer;
import onepermit.social.points.Filing;
import onepermit.social.points.FixedScore;
import onepermit.social.v1.FilingKind;
import onepermit.social.v1.FilingState;
import onepermit.social.v1.PermitPoints;
import onepermit.social.v1.PointsFiling;
import onepermit.social.v1.ScoreStatus;
import org.springframework.stereotype.Component;

/** Filings and scores as messages; what time alone changes is derived here, for today. */
@Component
class PointsMessages {
    private final WorkingDays calendar;
    private final Clock clock;

    PointsMessages(WorkingDays calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    PointsFiling filing(Filing filing) {
        PointsFiling.Builder message = PointsFiling.newBuilder()
                .setId(filing.id())
                .setKind(
                        filing.employer().isPresent()
                                ? FilingKind.FILING_KIND_APPLICATION
                                : FilingKind.FILING_KIND_CONFIRMATION)
                .setState(state(filing))
                .setDivision(filing.division().value())
                .setEmployer(filing.employer().map(Employer::code).orElse(""))
                .setFiledOn(filing.filedOn().toString())
                .setOverdue(filing.overdue(today()))
                .setEtag(Etag.of(filing.version()));
        filing.acceptance()
                .ifPresent(accepted -> message.setAcceptedOn(accepted.on().toString())
                        .setDueOn(accepted.dueOn().toString())
                        .setDueUncertain(!calendar.knows(accepted.dueOn().getYear())));
        return message.build();
    }

    PermitPoints points(FixedScore score) {
        PermitPoints.Builder message = PermitPoints.newBuilder()
                .setStandardReached(score.standardReached())
                .setDeterminedOn(score.determinedOn().toString())
                .setStandsUntil(score.standsUntil().toString())
                .setStatus(score.stands(today()) ? ScoreStatus.SCORE_STATUS_STANDING : ScoreStatus.SCORE_STATUS_LAPSED)
                .setDecisionId(score.decision());
        score.points().ifPresent(message::setPoints);
        return message.build();
    }

    private static FilingState state(Filing filing) {
        if (!filing.open()) {
            return FilingState.FILING_STATE_DETERMINED;
        }
        return filing.acceptance().isPresent() ? FilingState.FILING_STATE_ACCEPTED : FilingState.FILING_STATE_FILED;
    }
}
