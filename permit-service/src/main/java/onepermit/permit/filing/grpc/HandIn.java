package onepermit.permit.filing.grpc;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import onepermit.exchange.access.Callers;
import onepermit.exchange.decision.DecisionTable;
import onepermit.exchange.decision.DecisionTable.Stored;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.Looks;
import onepermit.permit.Mutation;
import onepermit.permit.application.CheckApplication;
import onepermit.permit.filing.FiledApplication;
import onepermit.permit.filing.FilingState;
import onepermit.permit.filing.HandInApplication;
import onepermit.permit.filing.Material;
import onepermit.permit.filing.Review;
import onepermit.permit.filing.ReviewApplication;
import onepermit.permit.filing.SharedFacts;
import org.springframework.stereotype.Component;

/** The one way of Submit and Supplement: review, record the decision, store what follows from it once. */
@Component
class HandIn {
    private final ReviewApplication review;
    private final SharedFacts shared;
    private final HandInApplication applications;
    private final Decisions decisions;
    private final DecisionTable recorded;
    private final Mutation mutation;
    private final Looks looks;

    HandIn(
            ReviewApplication review,
            SharedFacts shared,
            HandInApplication applications,
            Decisions decisions,
            DecisionTable recorded,
            Mutation mutation,
            Looks looks) {
        this.review = review;
        this.shared = shared;
        this.applications = applications;
        this.decisions = decisions;
        this.recorded = recorded;
        this.mutation = mutation;
        this.looks = looks;
    }

    /**
     * @param expected the states in which it may be handed in
     * @param expectedText the same for whoever hands it in otherwise
     */
    record Asked<R extends Message>(
            MethodDescriptor<?, R> method,
            FiledApplication application,
            String etag,
            List<Material> materials,
            LocalDate on,
            String requestId,
            RequestContext context,
            Parser<R> parser,
            Predicate<FilingState> expected,
            String expectedText) {

        String name() {
            return method.getFullMethodName();
        }

        boolean current() {
            return etag.equals(Etag.of(application.version())) && expected.test(application.state());
        }
    }

    /**
     * Outside the transaction it is reviewed, if it is still as the caller read it; a repeated request finds it changed and is answered from
     * the request log.
     *
     * @param stored what is stored of the answer
     * @param told the answer, with the decision as it stands
     */
    <R extends Message> R once(Asked<R> asked, BiFunction<FiledApplication, String, R> stored, UnaryOperator<R> told) {
        shared.requireKnownKinds(asked.materials());
        Optional<Review> reviewed = asked.current() ? Optional.of(reviewed(asked)) : Optional.empty();
        return mutation.once(
                asked.method(),
                asked.requestId(),
                asked.context(),
                asked.parser(),
                asked.application().filing().persons(),
                CheckApplication.DATASETS,
                () -> {
                    FiledApplication now = change(asked, reviewed);
                    return stored.apply(now, Etag.of(now.version()));
                },
                told);
    }

    /** The decision of an application as it stands now. */
    Optional<Decision> decision(String id) {
        return id.isEmpty() ? Optional.empty() : recorded.find(id, false).map(Stored::decision);
    }

    private Review reviewed(Asked<?> asked) {
        FiledApplication application = asked.application();
        Review found = review.review(application, asked.materials(), asked.on(), asked.context());
        shared.available(asked.materials(), found.checked().decision()).ifPresent(refusal -> {
            looks.recorded(
                    asked.name(),
                    asked.context(),
                    application.filing().persons(),
                    CheckApplication.DATASETS,
                    asked.method().parseResponse(InputStream.nullInputStream()));
            throw new RefusalException(refusal);
        });
        Look look = new Look(
                Callers.current(),
                asked.context(),
                asked.name(),
                application.filing().persons(),
                CheckApplication.DATASETS);
        return found.recorded(decisions.answer(
                found.checked().decision(), look, application.filing().division()));
    }

    private FiledApplication change(Asked<?> asked, Optional<Review> reviewed) {
        if (reviewed.isEmpty()) {
            Etag.require(asked.etag(), asked.application().version());
            throw HandInApplication.state(asked.application(), asked.expectedText());
        }
        return applications.reviewed(asked.application().id(), asked.etag(), reviewed.get(), asked.on());
    }
}
