package onepermit.permit.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import onepermit.exchange.redecision.Basis;
import onepermit.exchange.redecision.WatchedCases;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.application.CheckApplication;
import onepermit.permit.application.CheckedApplication;
import org.springframework.stereotype.Component;

/** Reviews an application against shared facts, outside any transaction: what it finds is stored when the application has not changed meanwhile. */
@Component
public final class ReviewApplication {
    private final CheckApplication check;
    private final MissingItems missing;
    private final WatchedCases watched;

    ReviewApplication(CheckApplication check, MissingItems missing, WatchedCases watched) {
        this.check = check;
        this.missing = missing;
        this.watched = watched;
    }

    /** @param added papers handed in now */
    public Review review(FiledApplication application, List<Material> added, LocalDate on, RequestContext context) {
        Basis basis = watched.basis(application.filing().persons());
        CheckedApplication checked = check.check(application.filing().asked(on, context));
        List<Material> given = Stream.concat(application.standing().materials().stream(), added.stream())
                .distinct()
                .toList();
        return new Review(
                checked,
                given,
                missing.of(checked.decision(), given),
                missing.mendable(checked.decision()),
                application.standing().notice() != null,
                basis);
    }
}
