package onepermit.local.command;

import com.google.protobuf.ByteString;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.ImportServiceGrpc;
import onepermit.exchange.v1.RejectedLine;
import onepermit.local.Department;
import onepermit.local.Local;
import onepermit.local.Progress;
import onepermit.local.Trouble;
import onepermit.local.edge.Issuer;
import onepermit.local.edge.Line;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "load",
        description = "Take in a department's CSV file; the same file twice changes nothing.",
        mixinStandardHelpOptions = true)
public final class Load implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final int PIECE_BYTES = 1 << 18;

    private final Local local;

    @Parameters(index = "0", paramLabel = "DEPARTMENT", description = "permit, education, social or health.")
    private String department = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "UTF-8 or GB18030, with a header in Chinese or English.")
    private Path file = Path.of("");

    @Option(names = "--kind", description = "Kind of rows, if the header does not tell.")
    private String kind = "";

    public Load(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() throws IOException {
        Department owner = owner();
        if (!Files.isReadable(file)) throw new Trouble("The file %s cannot be read.".formatted(file));
        Path report = Path.of(file + ".rejected.csv");
        String token = new Issuer(local).token("operator", Issuer.EVERYWHERE);
        try (var line = new Line(local, token);
                var rejected = new PrintWriter(Files.newBufferedWriter(report))) {
            rejected.println("line,column,reason,expected");
            ImportResponse end = stream(line, owner, rejected, new Progress(System.out));
            return tell(end, report);
        }
    }

    private ImportResponse stream(Line line, Department owner, PrintWriter rejected, Progress progress) {
        var stub = ImportServiceGrpc.newBlockingV2Stub(line.channel()).withCallCredentials(line.at(owner));
        return Line.call(() -> {
            BlockingClientCall<ImportRequest, ImportResponse> call =
                    stub.withDeadlineAfter(PATIENCE).import_();
            Thread.ofVirtual().name("send").start(() -> send(call));
            return receive(call, rejected, progress);
        });
    }

    /** A piece at a time, and only while the service takes them: memory stays the same for any size of file. */
    private void send(BlockingClientCall<ImportRequest, ImportResponse> call) {
        try (var input = Files.newInputStream(file)) {
            var piece = new byte[PIECE_BYTES];
            call.write(ImportRequest.newBuilder().setKind(kind).build());
            for (int n = input.readNBytes(piece, 0, PIECE_BYTES); n > 0; n = input.readNBytes(piece, 0, PIECE_BYTES))
                call.write(ImportRequest.newBuilder()
                        .setChunk(ByteString.copyFrom(piece, 0, n))
                        .build());
            call.halfClose();
        } catch (IOException | InterruptedException | StatusException e) {
            call.cancel("the file could not be sent", e);
        }
    }

    private static ImportResponse receive(
            BlockingClientCall<ImportRequest, ImportResponse> call, PrintWriter rejected, Progress progress)
            throws StatusException, InterruptedException {
        ImportResponse last = ImportResponse.getDefaultInstance();
        long said = System.nanoTime();
        for (ImportResponse next = call.read(); next != null; next = call.read()) {
            last = next;
            next.getRejectsList().forEach(reject -> rejected.println(row(reject)));
            if (System.nanoTime() - said < 1_000_000_000L) continue;
            said = System.nanoTime();
            progress.say("%,d lines read, %,d taken, %,d rejected"
                    .formatted(next.getLines(), next.getAccepted(), next.getRejected()));
        }
        return last;
    }

    private static String row(RejectedLine reject) {
        return "%d,%s,%s,%s"
                .formatted(reject.getLine(), quoted(reject.getColumn()), reject.getReason(), quoted(reject.getText()));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private Department owner() {
        return Arrays.stream(Department.values())
                .filter(d -> d.role().equals(department))
                .findFirst()
                .orElseThrow(() -> new Trouble(
                        "'%s' is no department: give permit, education, social or health.".formatted(department)));
    }

    private static int tell(ImportResponse end, Path report) {
        System.out.printf("%d lines: %d taken, %d rejected.%n", end.getLines(), end.getAccepted(), end.getRejected());
        if (end.getRejected() > 0)
            System.out.printf("The rejected lines, with column and reason, are in %s.%n", report);
        return end.getRejected() > 0 ? 1 : 0;
    }
}
