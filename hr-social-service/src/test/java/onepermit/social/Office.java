package onepermit.social;

import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.FileImport;
import onepermit.exchange.load.Reject;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.social.v1.ContributionLine;
import onepermit.social.v1.ContributionServiceGrpc;
import onepermit.social.v1.ContributionServiceGrpc.ContributionServiceBlockingStub;
import onepermit.social.v1.GetContributionHistoryRequest;
import onepermit.social.v1.GetContributionHistoryResponse;
import onepermit.social.v1.InsuranceKind;
import onepermit.social.v1.PensionServiceGrpc;
import onepermit.social.v1.PensionServiceGrpc.PensionServiceBlockingStub;
import onepermit.social.v1.PostContributionsRequest;
import onepermit.social.v1.PostContributionsResponse;
import org.springframework.jdbc.core.JdbcTemplate;

/** An insurance office in Xiamen and one in Wuhan, with the whole service behind them; one for all tests. */
public final class Office {
    public static final String SHOP = "91990101MA0000007H";
    public static final String XIAMEN = "350200";
    public static final String WUHAN = "420100";
    private static final String ROLE = "social-insurance-officer";
    private static final Office OPEN = new Office();

    public final RunningService service = RunningService.start(SocialServiceApplication.class);
    public final JdbcTemplate jdbc = service.bean(JdbcTemplate.class);

    public static Office open() {
        return OPEN;
    }

    public ContributionServiceBlockingStub contributions() {
        return contributions(XIAMEN);
    }

    public ContributionServiceBlockingStub contributions(String division) {
        return service.as(ROLE, "social", division, ContributionServiceGrpc.newBlockingStub(service.channel()));
    }

    public PensionServiceBlockingStub pensions() {
        return service.as(ROLE, "social", WUHAN, PensionServiceGrpc.newBlockingStub(service.channel()));
    }

    public PersonKey key(String citizenId) {
        return service.bean(PersonKeys.class).of(service.bean(CitizenIds.class).read("citizen_id", citizenId));
    }

    /** Waits until the hukou place of a person has come over the road, under a fresh watermark. */
    public void awaitReplica(PersonKey person) {
        FactReader facts = service.bean(FactReader.class);
        Await.until("the hukou place has come over the road", () -> {
            Finding finding = facts.read(List.of(person), Contexts.PENSION).find(person, "hukou.place");
            return !finding.rows().isEmpty() && finding.fresh(Duration.ofMinutes(15));
        });
    }

    public static RequestContext context(Purpose purpose) {
        return RequestContext.newBuilder()
                .setPurpose(purpose)
                .setCaseRef("TEST-1")
                .build();
    }

    public static PostContributionsRequest.Builder batch() {
        return PostContributionsRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setEmployer(SHOP)
                .setPlace(XIAMEN)
                .setContext(context(Purpose.PURPOSE_CONTRIBUTION));
    }

    public static ContributionLine.Builder line(String citizenId, String month) {
        return ContributionLine.newBuilder()
                .setCitizenId(citizenId)
                .setMonth(month)
                .setKind(InsuranceKind.INSURANCE_KIND_PENSION)
                .setBaseFen(500_000);
    }

    /** Sends batches over one stream. */
    public PostContributionsResponse post(PostContributionsRequest... batches) {
        CompletableFuture<PostContributionsResponse> answer = new CompletableFuture<>();
        var stub = service.as(ROLE, "social", XIAMEN, ContributionServiceGrpc.newStub(service.channel()));
        StreamObserver<PostContributionsRequest> stream = stub.postContributions(new Answer(answer));
        for (PostContributionsRequest batch : batches) {
            stream.onNext(batch);
        }
        stream.onCompleted();
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        }
    }

    public GetContributionHistoryResponse history(String citizenId) {
        return contributions()
                .getContributionHistory(GetContributionHistoryRequest.newBuilder()
                        .setCitizenId(citizenId)
                        .setContext(context(Purpose.PURPOSE_CONTRIBUTION))
                        .build());
    }

    /** Brings a file in; returns the rejected lines. */
    public List<Reject> load(String kind, List<String> lines) {
        List<Reject> rejects = new ArrayList<>();
        byte[] file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try {
            service.bean(FileImport.class)
                    .run(kind, new ByteArrayInputStream(file), progress -> rejects.addAll(progress.rejects()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rejects;
    }

    private record Answer(CompletableFuture<PostContributionsResponse> answer)
            implements StreamObserver<PostContributionsResponse> {
        @Override
        public void onNext(PostContributionsResponse value) {
            answer.complete(value);
        }

        @Override
        public void onError(Throwable failure) {
            answer.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            answer.completeExceptionally(new IllegalStateException("no answer came"));
        }
    }
}
