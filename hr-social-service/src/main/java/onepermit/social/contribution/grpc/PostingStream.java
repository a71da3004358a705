package onepermit.social.contribution.grpc;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.social.v1.PostContributionsRequest;
import onepermit.social.v1.PostContributionsResponse;

/**
 * A stream of batches. The next one is read when this one is committed, so a sender cannot run ahead; what was committed stays when the
 * stream breaks, and its request_ids make sending it again harmless.
 */
final class PostingStream implements StreamObserver<PostContributionsRequest> {
    private static final int REJECTED_AT_MOST = 10_000;

    private final PostedBatches batches;
    private final StreamObserver<PostContributionsResponse> answer;
    private final PostContributionsResponse.Builder sum = PostContributionsResponse.newBuilder();

    PostingStream(PostedBatches batches, StreamObserver<PostContributionsResponse> answer) {
        this.batches = batches;
        this.answer = answer;
    }

    @Override
    public void onNext(PostContributionsRequest batch) {
        PostContributionsResponse posted = batches.post(batch);
        sum.setPosted(sum.getPosted() + posted.getPosted())
                .setDuplicates(sum.getDuplicates() + posted.getDuplicates())
                .addAllRejected(posted.getRejectedList());
        if (sum.getRejectedCount() > REJECTED_AT_MOST) {
            throw new RefusalException(new Refusal(
                    Status.Code.INVALID_ARGUMENT,
                    "TOO_MANY_REJECTED",
                    "lines",
                    "more than " + REJECTED_AT_MOST + " lines were rejected; mend the file and send it again"));
        }
    }

    @Override
    public void onError(Throwable cancelled) {
        // the sender is gone; what was committed stays
    }

    @Override
    public void onCompleted() {
        answer.onNext(sum.build());
        answer.onCompleted();
    }
}
