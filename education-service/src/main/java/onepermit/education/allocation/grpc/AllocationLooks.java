package onepermit.education.allocation.grpc;

import com.google.protobuf.MessageLite;
import java.util.List;
import onepermit.education.admission.VerifyEligibility;
import onepermit.education.allocation.Placement;
import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.education.look.ManyLooks;
import onepermit.education.v1.AllocationServiceGrpc;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Records looks at allocations: each of the children whose line the answer has. */
@Component
class AllocationLooks {
    private static final List<String> ROLL = List.of("enrolment.record");

    private final ManyLooks looks;
    private final Applications applications;

    AllocationLooks(ManyLooks looks, Applications applications) {
        this.looks = looks;
        this.applications = applications;
    }

    void recordPlacements(String method, RequestContext context, List<Placement> placements, MessageLite answer) {
        recordNumbers(
                method, context, placements.stream().map(Placement::number).toList(), answer);
    }

    void recordNumbers(String method, RequestContext context, List<String> numbers, MessageLite answer) {
        List<PersonKey> children = List.copyOf(applications.children(numbers).values());
        record(method, context, children, VerifyEligibility.DATASETS, answer);
    }

    void recordEnrolled(String method, RequestContext context, SchoolApplication application, MessageLite answer) {
        record(method, context, List.of(application.child()), ROLL, answer);
    }

    private void record(
            String method,
            RequestContext context,
            List<PersonKey> children,
            List<String> datasets,
            MessageLite answer) {
        looks.record(AllocationServiceGrpc.SERVICE_NAME + "/" + method, context, children, datasets, answer);
    }
}
