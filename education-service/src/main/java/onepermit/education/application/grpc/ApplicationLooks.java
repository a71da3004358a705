package onepermit.education.application.grpc;

import com.google.protobuf.MessageLite;
import java.util.List;
import onepermit.education.admission.VerifyEligibility;
import onepermit.education.application.SchoolApplication;
import onepermit.education.look.ManyLooks;
import onepermit.education.v1.SchoolApplicationServiceGrpc;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Records looks at applications: an application tells what a verification found. */
@Component
class ApplicationLooks {
    private final ManyLooks looks;

    ApplicationLooks(ManyLooks looks) {
        this.looks = looks;
    }

    void record(String method, RequestContext context, List<SchoolApplication> applications, MessageLite answer) {
        looks.record(
                SchoolApplicationServiceGrpc.SERVICE_NAME + "/" + method,
                context,
                applications.stream().map(SchoolApplication::child).toList(),
                VerifyEligibility.DATASETS,
                answer);
    }
}
