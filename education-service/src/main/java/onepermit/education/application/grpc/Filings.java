package onepermit.education.application.grpc;

import java.util.Arrays;
import java.util.List;
import onepermit.education.admission.AdmissionQuestion;
import onepermit.education.admission.Family;
import onepermit.education.admission.ReadFamily;
import onepermit.education.admission.WrittenPerson;
import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.Standing;
import onepermit.education.round.AdmissionRound;
import onepermit.education.round.Rounds;
import onepermit.education.schoolyear.SchoolYears;
import onepermit.education.v1.HandInRequest;
import onepermit.education.v1.ListApplicationsRequest;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Reads requests, and holds each caller to the rounds of the own division. */
@Component
class Filings {
    private static final int PAGE = 100;

    private final ReadFamily families;
    private final Rounds rounds;
    private final Applications applications;
    private final SchoolYears years;
    private final AccessGuard guard;

    Filings(ReadFamily families, Rounds rounds, Applications applications, SchoolYears years, AccessGuard guard) {
        this.families = families;
        this.rounds = rounds;
        this.applications = applications;
        this.years = years;
        this.guard = guard;
    }

    AdmissionQuestion question(HandInRequest request) {
        Family family = families.read(
                new WrittenPerson(request.getChildId(), request.getChildName()),
                request.getGuardiansList().stream()
                        .map(guardian -> new WrittenPerson(guardian.getCitizenId(), guardian.getName()))
                        .toList());
        AdmissionRound round = ownRound(request.getRound(), request.getContext());
        return new AdmissionQuestion(
                family.child(),
                family.born(),
                family.guardians(),
                round.division(),
                years.read("round", round.year(), round.division()),
                request.getContext());
    }

    SchoolApplication own(String number, RequestContext context) {
        SchoolApplication application = applications.known(number);
        ownRound(application.round(), context);
        return application;
    }

    List<SchoolApplication> page(ListApplicationsRequest request) {
        ownRound(request.getRound(), request.getContext());
        return applications.page(request.getRound(), request.getPageToken(), most(request));
    }

    List<SchoolApplication> ofStanding(ListApplicationsRequest request, List<SchoolApplication> page) {
        if (request.getStanding().isEmpty()) {
            return page;
        }
        Standing standing = standing(request.getStanding());
        return page.stream()
                .filter(application -> application.standing() == standing)
                .toList();
    }

    String nextToken(ListApplicationsRequest request, List<SchoolApplication> page) {
        return page.size() < most(request) ? "" : page.getLast().number();
    }

    private AdmissionRound ownRound(String id, RequestContext context) {
        AdmissionRound round = rounds.known(id);
        guard.check(Callers.current(), context, round.division());
        return round;
    }

    private static int most(ListApplicationsRequest request) {
        return request.getPageSize() == 0 ? PAGE : request.getPageSize();
    }

    private static Standing standing(String text) {
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new RefusalException(Refusal.invalid(
                        "STANDING_UNKNOWN", "standing", "expected one of " + Arrays.toString(Standing.values()))));
    }
}
