package onepermit.education.application.grpc;

import onepermit.education.application.Review;
import onepermit.education.application.Verification;
import onepermit.education.v1.ApplicationReview;
import onepermit.education.v1.HandInResponse;
import onepermit.education.v1.SchoolApplication;
import onepermit.exchange.rpc.Etag;

/** Applications as messages, without persons. */
final class ApplicationMessages {
    private ApplicationMessages() {}

    static HandInResponse handedIn(onepermit.education.application.SchoolApplication application) {
        return HandInResponse.newBuilder()
                .setApplication(application(application))
                .setEtag(Etag.of(application.version()))
                .build();
    }

    static SchoolApplication application(onepermit.education.application.SchoolApplication application) {
        SchoolApplication.Builder message = SchoolApplication.newBuilder()
                .setNumber(application.number())
                .setRound(application.round())
                .setStanding(application.standing().name())
                .addAllPreferences(application.preferences())
                .setFiledOn(application.filedOn().toString())
                .addAllDecisionIds(application.verifications().stream()
                        .map(Verification::decisionId)
                        .toList());
        Verification latest = application.latest();
        if (latest != null) {
            message.setDecisionId(latest.decisionId())
                    .setInsuranceMonths(latest.lengths().insuranceMonths())
                    .setResidenceMonths(latest.lengths().residenceMonths())
                    .setPointScale(latest.pointScale())
                    .addAllLabels(latest.labels());
            Integer points = latest.points();
            if (points != null) {
                message.setPoints(points);
            }
        }
        Review review = application.settled();
        if (review != null) {
            message.setReview(review(review));
        }
        return message.build();
    }

    private static ApplicationReview review(Review review) {
        return ApplicationReview.newBuilder()
                .setVerdict(review.ranked() ? "RANKED" : "OUTSIDE_POINTS")
                .setAddedPoints(review.addedPoints())
                .setOfficer(review.officer())
                .setReason(review.reason())
                .setArticle(review.article())
                .setOn(review.on().toString())
                .build();
    }
}
