package onepermit.education;

import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.TestDatabase;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.testing.TestIssuer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/**
 * The education service as it runs, and beside it the roads of the three departments it reads from: they publish over the real broker,
 * in the owners' format. Started once a test run.
 */
public final class Ground implements Surroundings {
    private static final List<String> OTHERS = List.of("permit", "social", "health");
    private static final List<String> READ = List.of(
            "residence.registration",
            "permit.status",
            "dwelling",
            "hukou.kinship",
            "birth.record",
            "name.tag",
            "si.months",
            "employment.current",
            "immunisation.assessment",
            "fp.flag");
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private static final class Only {
        static final Ground GROUND = new Ground();
    }

    private final TestIssuer issuer = TestIssuer.start();
    private final ShiftingClock clock = new ShiftingClock();
    private final Map<String, Owner> owners = new HashMap<>();
    private final ConfigurableApplicationContext education;
    private final ManagedChannel channel;

    private Ground() {
        Map<String, Object> road = Map.of(
                "onepermit.kafka.bootstrap-servers", TestInfrastructure.kafka(),
                "onepermit.kafka.prefix", TestInfrastructure.topicPrefix(),
                "onepermit.keys.directory", TestInfrastructure.keys().toString(),
                "onepermit.relay.watermark", "200ms");
        for (String department : OTHERS) {
            owners.put(department, new Owner(owner(department, road)));
        }
        education = education(road);
        channel = newChannel().build();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
    }

    public static Ground get() {
        return Only.GROUND;
    }

    /** The settings of this service stay out: only the road runs for the others. */
    private static ConfigurableApplicationContext owner(String department, Map<String, Object> road) {
        Map<String, String> settings = new HashMap<>();
        road.forEach((name, value) -> settings.put(name, value.toString()));
        settings.put("spring.config.name", "road-of-" + department);
        return RoadService.start(department, TestInfrastructure.database(), settings);
    }

    private ConfigurableApplicationContext education(Map<String, Object> road) {
        TestDatabase database = TestInfrastructure.database();
        Map<String, Object> settings = new HashMap<>(road);
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("spring.grpc.server.port", 0);
        settings.put("server.port", 0);
        settings.put("onepermit.profile.synthetic", true);
        settings.put("onepermit.issuer-uri", issuer.uri());
        settings.put("onepermit.jwk-set-uri", issuer.jwkSetUri());
        return new SpringApplicationBuilder(EducationServiceApplication.class)
                .initializers(context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new org.springframework.core.env.MapPropertySource("ground", settings));
                    ((org.springframework.context.support.GenericApplicationContext) context)
                            .registerBean("clock", java.time.Clock.class, () -> clock);
                })
                .run();
    }

    @Override
    public <B> B bean(Class<B> type) {
        return education.getBean(type);
    }

    public ShiftingClock clock() {
        return clock;
    }

    public TestIssuer issuer() {
        return issuer;
    }

    /** The stub as an admission officer of a division uses it. */
    public <S extends AbstractStub<S>> S officer(String division, S stub) {
        return as(issuer.token("admission-officer", "education", division), stub);
    }

    public <S extends AbstractStub<S>> S as(String token, S stub) {
        return stub.withCallCredentials(bearer(token)).withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    public ManagedChannel channel() {
        return channel;
    }

    /** A further channel, for a test that sets it up otherwise and closes it. */
    public NettyChannelBuilder newChannel() {
        int port = education.getBean(GrpcServerLifecycle.class).getPort();
        return NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext();
    }

    /** Publishes at the departments, and waits until this service knows all of it. */
    @Override
    public void publish(Map<String, List<FactChange>> changes, Collection<PersonKey> persons) {
        changes.forEach((department, facts) -> owner(department).publish(facts));
        Instant now = Instant.now();
        Await.until("what was published is known here", Duration.ofSeconds(60), () -> known(persons, now));
    }

    private Owner owner(String department) {
        return java.util.Objects.requireNonNull(owners.get(department));
    }

    private boolean known(Collection<PersonKey> persons, Instant since) {
        var read = bean(FactReader.class).read(persons, Contexts.ADMISSION);
        return persons.stream()
                .allMatch(person -> READ.stream()
                        .allMatch(dataset ->
                                read.find(person, dataset, "350203").asOf().isAfter(since)));
    }

    private static CallCredentials bearer(String token) {
        return new CallCredentials() {
            @Override
            public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier applier) {
                Metadata headers = new Metadata();
                headers.put(AUTHORIZATION, "Bearer " + token);
                applier.apply(headers);
            }
        };
    }

    /** Reason of a refusal, as its ErrorInfo says. */
    public static String reason(Throwable failure) {
        com.google.rpc.Status status = io.grpc.protobuf.StatusProto.fromThrowable(failure);
        try {
            for (com.google.protobuf.Any detail :
                    status == null ? List.<com.google.protobuf.Any>of() : status.getDetailsList()) {
                if (detail.is(com.google.rpc.ErrorInfo.class)) {
                    return detail.unpack(com.google.rpc.ErrorInfo.class).getReason();
                }
            }
            return Status.fromThrowable(failure).toString();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private void close() {
        channel.shutdownNow();
        education.close();
        issuer.close();
    }
}
