package onepermit.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import onepermit.exchange.v1.Bucket;
import onepermit.exchange.v1.BucketEntry;
import onepermit.exchange.v1.ConvergenceServiceGrpc.ConvergenceServiceImplBase;
import onepermit.exchange.v1.GetDigestRequest;
import onepermit.exchange.v1.GetDigestResponse;
import onepermit.exchange.v1.ListBucketRequest;
import onepermit.exchange.v1.ListBucketResponse;
import onepermit.exchange.v1.Side;
import onepermit.local.Department;
import onepermit.local.Home;
import onepermit.local.Listener;
import onepermit.local.Local;
import onepermit.local.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
    private final Copy owner = new Copy(Side.SIDE_OWNER);
    private final Copy replica = new Copy(Side.SIDE_REPLICA);
    private final Map<Department, Server> servers = new EnumMap<>(Department.class);
    private ExchangeLines exchange;

    @BeforeEach
    void two_departments_answer() throws IOException {
        servers.put(
                Department.SOCIAL,
                ServerBuilder.forPort(0).addService(owner).build().start());
        servers.put(
                Department.EDUCATION,
                ServerBuilder.forPort(0).addService(replica).build().start());
        var ports = new EnumMap<Listener, Integer>(Listener.class);
        servers.forEach((department, server) -> ports.put(department.grpc(), server.getPort()));
        exchange = new ExchangeLines(new Local(new Home(Path.of("unused")), new Ports(ports)), "token");
    }

    @AfterEach
    void they_close() {
        exchange.close();
        servers.values().forEach(Server::shutdownNow);
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

    /** One side's facts, each in the bucket of its only letter. */
    private static final class Copy extends ConvergenceServiceImplBase {
        private final Side side;
        private final Map<String, Long> versions = new TreeMap<>();
        private int looks;
        private int change = -1;
        private Runnable later = () -> {};

        Copy(Side side) {
            this.side = side;
        }

        Copy holds(String person, long version) {
            versions.put(person, version);
            return this;
        }

        void afterLooks(int count, Runnable deed) {
            change = count;
            later = deed;
        }

        @Override
        public synchronized void getDigest(GetDigestRequest request, StreamObserver<GetDigestResponse> answer) {
            assertThat(request.getSide()).isEqualTo(side);
            var digest = GetDigestResponse.newBuilder();
            digest.setScannedAt(Timestamp.newBuilder().setSeconds(100))
                    .setWatermark(Timestamp.newBuilder().setSeconds(100));
            versions.forEach((person, version) -> digest.addBuckets(Bucket.newBuilder()
                    .setNumber(person.charAt(0))
                    .setCount(1)
                    .setDigest(ByteString.copyFromUtf8(person + version))));
            answer.onNext(digest.build());
            answer.onCompleted();
            if (++looks == change) later.run();
        }

        @Override
        public synchronized void listBucket(ListBucketRequest request, StreamObserver<ListBucketResponse> answer) {
            var entries = ListBucketResponse.newBuilder();
            versions.forEach((person, version) -> {
                if (person.charAt(0) == request.getBucket())
                    entries.addEntries(BucketEntry.newBuilder()
                            .setPerson(ByteString.copyFromUtf8(person))
                            .setFactId("fact")
                            .setVersion(version));
            });
            answer.onNext(entries.build());
            answer.onCompleted();
        }
    }
}
