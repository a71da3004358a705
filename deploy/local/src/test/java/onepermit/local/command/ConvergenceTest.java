package onepermit.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import onepermit.exchange.v1.Bucket;
import onepermit.exchange.v1.BucketEntry;
import onepermit.exchange.v1.ConvergenceServiceGrpc.ConvergenceServiceImplBase;
import onepermit.exchange.v1.GetDigestRequest;
import onepermit.exchange.v1.GetDigestResponse;
import onepermit.exchange.v1.ListBucketRequest;
import onepermit.exchange.v1.ListBucketResponse;
import onepermit.local.Department;
import onepermit.local.Home;
import onepermit.local.Listener;
import onepermit.local.Local;
import onepermit.local.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
    private static final Metadata.Key<String> DEPARTMENT =
            Metadata.Key.of("onepermit-department", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<String> ASKED = Context.key("department");

    private final Copy owner = new Copy();
    private final Copy replica = new Copy();
    private Server gateway;
    private ExchangeLines exchange;

    @BeforeEach
    void a_gateway_answers_for_two_departments() throws IOException {
        gateway = ServerBuilder.forPort(0)
                .addService(new Gateway(Map.of("social", owner, "education", replica)))
                .intercept(new DepartmentTold())
                .build()
                .start();
        var ports = new Ports(Map.of(Listener.GATEWAY_GRPC, gateway.getPort()));
        exchange = new ExchangeLines(new Local(new Home(Path.of("unused")), ports), "token");
    }

    @AfterEach
    void it_closes() {
        exchange.close();
        gateway.shutdownNow();
    }

    @Test
    void the_same_facts_on_both_sides_are_equal() {
        owner.holds("a", 3).holds("b", 1);
        replica.holds("a", 3).holds("b", 1);

        assertThat(differences()).isEmpty();
    }

    @Test
    void an_older_a_missing_and_a_surplus_fact_are_named() {
        owner.holds("a", 3).holds("b", 1);
        replica.holds("a", 2).holds("c", 1);

        assertThat(differences())
                .containsExactly(
                        "  61/fact: version 3 at the owner, 2 in the replica",
                        "  62/fact: only at the owner",
                        "  63/fact: only in the replica");
    }

    @Test
    void a_fact_that_arrives_while_looking_is_no_difference() {
        owner.holds("a", 3);
        replica.holds("a", 2).afterLooks(1, () -> replica.holds("a", 3));

        assertThat(differences()).isEmpty();
    }

    private Iterable<String> differences() {
        return new Convergence(exchange, "si.months", Department.SOCIAL).differences(Department.EDUCATION);
    }

    private static final class DepartmentTold implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            Context context = Context.current().withValue(ASKED, headers.get(DEPARTMENT));
            return Contexts.interceptCall(context, call, headers, next);
        }
    }

    private static final class Gateway extends ConvergenceServiceImplBase {
        private final Map<String, Copy> copies;

        Gateway(Map<String, Copy> copies) {
            this.copies = copies;
        }

        @Override
        public void getDigest(GetDigestRequest request, StreamObserver<GetDigestResponse> answer) {
            answer.onNext(asked().digest());
            answer.onCompleted();
        }

        @Override
        public void listBucket(ListBucketRequest request, StreamObserver<ListBucketResponse> answer) {
            answer.onNext(asked().bucket(request.getBucket()));
            answer.onCompleted();
        }

        private Copy asked() {
            return Objects.requireNonNull(copies.get(ASKED.get()));
        }
    }

    /** One side's facts, each in the bucket of its only letter. */
    private static final class Copy {
        private final Map<String, Long> versions = new TreeMap<>();
        private int looks;
        private int change = -1;
        private Runnable later = () -> {};

        Copy holds(String person, long version) {
            versions.put(person, version);
            return this;
        }

        void afterLooks(int count, Runnable deed) {
            change = count;
            later = deed;
        }

        synchronized GetDigestResponse digest() {
            var digest = GetDigestResponse.newBuilder();
            digest.setScannedAt(Timestamp.newBuilder().setSeconds(100))
                    .setWatermark(Timestamp.newBuilder().setSeconds(100));
            versions.forEach((person, version) -> digest.addBuckets(Bucket.newBuilder()
                    .setNumber(person.charAt(0))
                    .setCount(1)
                    .setDigest(ByteString.copyFromUtf8(person + version))));
            if (++looks == change) later.run();
            return digest.build();
        }

        synchronized ListBucketResponse bucket(int number) {
            var entries = ListBucketResponse.newBuilder();
            versions.forEach((person, version) -> {
                if (person.charAt(0) == number)
                    entries.addEntries(BucketEntry.newBuilder()
                            .setPerson(ByteString.copyFromUtf8(person))
                            .setFactId("fact")
                            .setVersion(version));
            });
            return entries.build();
        }
    }
}
