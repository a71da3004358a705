package onepermit.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/** The bare limit of a question: a grpc-java server whose one method does one primary-key SELECT. Runs as its own process. */
final class BareServer {
    static final MethodDescriptor<byte[], byte[]> SELECT = Bytes.unary("bench.Bare/Select");
    private final HikariDataSource database;

    private BareServer(String url, String user, String password) {
        database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setUsername(user);
        database.setPassword(password);
        database.setMaximumPoolSize(16);
    }

    public static void main(String[] args) throws Exception {
        var bare = new BareServer(args[1], args[2], System.getenv("BENCH_PASSWORD"));
        var service = ServerServiceDefinition.builder("bench.Bare")
                .addMethod(SELECT, ServerCalls.asyncUnaryCall(bare::select))
                .build();
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])))
                .addService(service)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build()
                .start()
                .awaitTermination();
    }

    private void select(byte[] id, StreamObserver<byte[]> answer) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT payload FROM bench_bare WHERE id = ?")) {
            query.setBytes(1, id);
            try (var rows = query.executeQuery()) {
                answer.onNext(rows.next() ? rows.getBytes(1) : new byte[0]);
                answer.onCompleted();
            }
        } catch (SQLException e) {
            answer.onError(Status.INTERNAL.withCause(e).asRuntimeException());
        }
    }
}
