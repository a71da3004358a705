package onepermit.education.ranking.grpc;

import com.google.protobuf.MessageLite;
import java.util.List;
import onepermit.education.admission.VerifyEligibility;
import onepermit.education.application.SchoolApplication;
import onepermit.education.look.ManyLooks;
import onepermit.education.ranking.Entrant;
import onepermit.education.v1.RankingServiceGrpc;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Records looks at rankings: a rank tells what a verification found. */
@Component
class RankingLooks {
    private final ManyLooks looks;

    RankingLooks(ManyLooks looks) {
        this.looks = looks;
    }

    void record(String method, RequestContext context, List<SchoolApplication> applications, MessageLite answer) {
        looks.record(
                RankingServiceGrpc.SERVICE_NAME + "/" + method,
                context,
                applications.stream().map(SchoolApplication::child).toList(),
                VerifyEligibility.DATASETS,
                answer);
    }

    /** Of those that are ranked. */
    void recordRanked(String method, RequestContext context, List<SchoolApplication> applications, MessageLite answer) {
        record(method, context, applications.stream().filter(Entrant::takesPart).toList(), answer);
    }
}
