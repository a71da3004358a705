package onepermit.city;

import com.google.protobuf.ByteString;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.ImportServiceGrpc;

/** Streams one file to its department as fast as that stores it; nothing is kept on disk. */
final class FileUpload {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final CityFile file;
    private final City city;
    private final Department department;

    FileUpload(CityFile file, City city, Department department) {
        this.file = file;
        this.city = city;
        this.department = department;
    }

    /** @return the last answer, with all lines counted */
    ImportResponse run(Consumer<ImportResponse> progress) throws InterruptedException, StatusException {
        BlockingClientCall<ImportRequest, ImportResponse> call = ImportServiceGrpc.newBlockingV2Stub(
                        department.channel())
                .withCallCredentials(department.credentials())
                .withDeadlineAfter(PATIENCE)
                .withWaitForReady()
                .import_();
        Thread sender = Thread.ofVirtual().name("send").start(() -> send(call));
        ImportResponse last = ImportResponse.getDefaultInstance();
        for (ImportResponse next = call.read(); next != null; next = call.read()) {
            last = next;
            progress.accept(next);
        }
        sender.join();
        return last;
    }

    private void send(BlockingClientCall<ImportRequest, ImportResponse> call) {
        try (Stream<String> lines = file.text(city)) {
            boolean open = true;
            for (Iterator<byte[]> chunks = new Chunks(lines); open && chunks.hasNext(); ) {
                open = call.write(ImportRequest.newBuilder()
                        .setKind(file.kind())
                        .setChunk(ByteString.copyFrom(chunks.next()))
                        .build());
            }
            call.halfClose();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StatusException | RuntimeException e) {
            call.cancel("the file could not be sent", e);
        }
    }
}
