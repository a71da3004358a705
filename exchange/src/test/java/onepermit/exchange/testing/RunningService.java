package onepermit.exchange.testing;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** A whole service as it runs in production: its own database and topics, real broker, a token issuer, gRPC on a free port. */
public final class RunningService implements AutoCloseable {
    private static final int SECONDS_A_CALL = 30;

    private final TestIssuer issuer = TestIssuer.start();
    private final TestDatabase database = TestInfrastructure.database();
    private final String topicPrefix;
    private final ConfigurableApplicationContext context;
    private final ManagedChannel channel;

    private RunningService(Class<?> application, String topicPrefix, Map<String, String> further) {
        this.topicPrefix = topicPrefix;
        Map<String, Object> settings = new HashMap<>(road());
        settings.put("onepermit.tls.enabled", "false");
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("onepermit.issuer-uri", issuer.uri());
        settings.put("spring.grpc.server.port", "0");
        settings.put("server.port", "0");
        settings.put(
                "onepermit.agreements.first",
                "classpath:agreements/departments.yaml,classpath:agreements/local-integrator.yaml");
        settings.putAll(further);
        context = new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .run(settings.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
        int port = context.getBean(GrpcServerLifecycle.class).getPort();
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    public static RunningService start(Class<?> application) {
        return start(application, Map.of());
    }

    public static RunningService start(Class<?> application, Map<String, String> further) {
        return new RunningService(application, TestInfrastructure.topicPrefix(), further);
    }

    /** Another department's service on the same road. */
    public RunningService beside(Class<?> application) {
        return beside(application, Map.of());
    }

    public RunningService beside(Class<?> application, Map<String, String> further) {
        return new RunningService(application, topicPrefix, further);
    }

    /** What another service needs to stand on the same road. */
    public Map<String, String> road() {
        return Map.of(
                "onepermit.kafka.bootstrap-servers",
                TestInfrastructure.kafka(),
                "onepermit.kafka.prefix",
                topicPrefix,
                "onepermit.keys.directory",
                TestInfrastructure.keys().toString(),
                "onepermit.profile.synthetic",
                "true");
    }

    /** What another service needs to ask this one, as the department it is. */
    public Map<String, String> asPeer(String department) {
        return Map.of(
                "onepermit.peers." + department,
                "127.0.0.1:" + context.getBean(GrpcServerLifecycle.class).getPort(),
                "onepermit.token-uri",
                issuer.uri() + "/oauth2/token",
                "onepermit.client.secret",
                "of-the-test");
    }

    /** For another service that is to know the same callers. */
    public String issuerUri() {
        return issuer.uri();
    }

    public String topic(String dataset) {
        return topicPrefix + dataset + ".g1";
    }

    public <T> T bean(Class<T> type) {
        return Objects.requireNonNull(context.getBean(type));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public Channel channel() {
        return channel;
    }

    /** The stub of an officer of a division; every call has a deadline. */
    public <S extends AbstractStub<S>> S as(String role, String department, String division, S stub) {
        return with(issuer.token(role, department, division), stub);
    }

    /** The stub of a role bound to no place. */
    public <S extends AbstractStub<S>> S as(String role, S stub) {
        return with(issuer.token(role), stub);
    }

    /** The stub of somebody of a department who is known by name. */
    public <S extends AbstractStub<S>> S as(String subject, String role, String department, String division, S stub) {
        Map<String, String> claims = Map.of("role", role, "department", department, "division", division);
        return with(issuer.sign(issuer.claims(claims).subject(subject)), stub);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        context.close();
        issuer.close();
    }

    private static <S extends AbstractStub<S>> S with(String token, S stub) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers), new Deadline());
    }

    /** A deadline from the moment of the call, not of the stub. */
    private static final class Deadline implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return next.newCall(
                    method,
                    options.getDeadline() == null
                            ? options.withDeadlineAfter(SECONDS_A_CALL, TimeUnit.SECONDS)
                            : options);
        }
    }
}
