package onepermit.education.allocation.grpc;

import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.education.round.AdmissionRound;
import onepermit.education.round.Rounds;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Holds each caller to the rounds of the own division. */
@Component
class OwnRounds {
    private final Rounds rounds;
    private final Applications applications;
    private final AccessGuard guard;

    OwnRounds(Rounds rounds, Applications applications, AccessGuard guard) {
        this.rounds = rounds;
        this.applications = applications;
        this.guard = guard;
    }

    AdmissionRound round(String id, RequestContext context) {
        AdmissionRound round = rounds.known(id);
        guard.check(Callers.current(), context, round.division());
        return round;
    }

    AdmissionRound roundOf(String number, RequestContext context) {
        return round(application(number).round(), context);
    }

    SchoolApplication application(String number) {
        return applications.known(number);
    }
}
