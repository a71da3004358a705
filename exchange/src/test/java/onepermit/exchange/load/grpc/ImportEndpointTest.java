package onepermit.exchange.load.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.load.FileImport;
import onepermit.exchange.load.ImportKinds;
import onepermit.exchange.testing.Await;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.ImportServiceGrpc;
import onepermit.exchange.v1.ListKindsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportEndpointTest {
    private static final String LINES = "1\n".repeat(1_000);
    private final Numbers numbers = new Numbers();
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws IOException {
        ImportKinds kinds = new ImportKinds(List.of(numbers));
        FileImport files =
                new FileImport(kinds, new CitizenIds(true, Clock.systemUTC()), Divisions.load(), Clock.systemUTC());
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new ImportEndpoint(kinds, files))
                .build()
                .start();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() {
        numbers.mayStore.release(1_000_000);
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void progress_comes_every_ten_thousand_lines_and_at_the_end() {
        numbers.mayStore.release(1_000);
        Sender sender = sender(true);
        sender.send("number", "number\n");
        for (int i = 0; i < 25; i++) {
            sender.send("", LINES);
        }
        sender.send("", "not a number\n");
        sender.call().onCompleted();
        assertThat(ended(sender).isOk()).isTrue();
        assertThat(sender.answers).extracting(ImportResponse::getLines).containsExactly(10_000L, 20_000L, 25_001L);
        ImportResponse last = sender.answers.getLast();
        assertThat(last.getDone()).isTrue();
        assertThat(last.getAccepted()).isEqualTo(25_000);
        assertThat(last.getRejects(0).getLine()).isEqualTo(25_002);
        assertThat(numbers.stored).hasValue(25_000);
    }

    @Test
    void a_slow_database_stops_the_sender() {
        Sender sender = sender(true);
        sender.send("number", "number\n");
        int sent = 0;
        while (sent < 200 && ready(sender)) {
            sender.send("", LINES.repeat(100));
            sent++;
        }
        assertThat(sent).isLessThan(100);
        numbers.mayStore.release(1_000_000);
        sender.call().onCompleted();
        assertThat(ended(sender).isOk()).isTrue();
        assertThat(numbers.stored).hasValue(100_000L * sent);
    }

    @Test
    void a_caller_who_does_not_read_stops_the_import() {
        numbers.mayStore.release(1_000_000);
        Sender sender = sender(false);
        sender.send("number", "number\n");
        int sent = 0;
        while (sent < 200 && ready(sender)) {
            sender.send("", "x\n".repeat(50_000));
            sent++;
        }
        assertThat(sent).isLessThan(200);
        sender.call().request(1_000_000);
        sender.call().onCompleted();
        assertThat(ended(sender).isOk()).isTrue();
        assertThat(sender.answers.getLast().getRejected()).isEqualTo(50_000L * sent);
    }

    @Test
    void an_import_cancelled_half_way_keeps_what_was_confirmed() {
        numbers.mayStore.release(3);
        Sender sender = sender(true);
        sender.send("number", "number\n" + LINES.repeat(100));
        Await.until("three batches are stored", () -> numbers.stored.get() == 3_000);
        sender.call().cancel("enough", null);
        assertThat(ended(sender).getCode()).isEqualTo(Status.Code.CANCELLED);
        numbers.mayStore.release(1);
        Await.until("the batch under way is stored", () -> numbers.stored.get() == 4_000);
    }

    @Test
    void an_unknown_kind_is_an_invalid_argument_that_lists_the_known_ones() {
        Sender sender = sender(true);
        sender.send("letters", "number\n");
        assertThat(ended(sender).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(ended(sender).getDescription()).contains("number (number/数, note/备注?)");
    }

    @Test
    void the_kinds_are_listed_with_their_columns() {
        var kinds = ImportServiceGrpc.newBlockingStub(channel)
                .listKinds(ListKindsRequest.getDefaultInstance())
                .getKindsList();
        assertThat(kinds).hasSize(1);
        assertThat(kinds.getFirst().getColumns(1).getNameZh()).isEqualTo("备注");
    }

    private Sender sender(boolean reads) {
        Sender sender = new Sender(reads);
        ImportServiceGrpc.newStub(channel)
                .withDeadlineAfter(60, TimeUnit.SECONDS)
                .import_(sender);
        return sender;
    }

    private static Status ended(Sender sender) {
        return sender.ended.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Is the call ready for more within a moment? */
    private static boolean ready(Sender sender) {
        long end = System.nanoTime() + 500_000_000L;
        while (!sender.call().isReady() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return sender.call().isReady();
    }
}
