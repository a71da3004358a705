package onepermit.education.application;

import com.google.protobuf.MessageLite;
import java.util.List;
import onepermit.education.admission.VerifyEligibility;
import onepermit.education.look.ManyLooks;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Records looks at applications, and at ranks and places, which tell what a verification found: each of the children whose line the answer has. */
@Component
public class ApplicationLooks {
    private final ManyLooks looks;
    private final Applications applications;

    ApplicationLooks(ManyLooks looks, Applications applications) {
        this.looks = looks;
        this.applications = applications;
    }

    /** @param method full gRPC method name */
    public void record(String method, RequestContext context, List<SchoolApplication> told, MessageLite answer) {
        looks.record(
                method,
                context,
                told.stream().map(SchoolApplication::child).toList(),
                VerifyEligibility.DATASETS,
                answer);
    }

    /** @param method full gRPC method name */
    public void recordNumbers(String method, RequestContext context, List<String> told, MessageLite answer) {
        looks.record(
                method, context, List.copyOf(applications.children(told).values()), VerifyEligibility.DATASETS, answer);
    }
}
