package onepermit.gateway.json;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.access.Tokens;
import onepermit.exchange.rpc.Failures;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.GetCheckpointRequest;
import onepermit.exchange.v1.GetEntriesRequest;
import onepermit.exchange.v1.GetTileRequest;
import onepermit.exchange.v1.LedgerServiceGrpc;
import onepermit.exchange.v1.LedgerServiceGrpc.LedgerServiceBlockingStub;
import onepermit.gateway.edge.Backends;
import onepermit.gateway.edge.TokenSwap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The departments' ledgers as C2SP tlog-tiles serves them, for tools that are not ours. Hashes are for everybody; leaves go only to whom
 * the department gives them, so no cache that others share may keep them. What a path names never changes, partial or not.
 */
final class LedgerFiles implements HandlerFunction<ServerResponse> {
    static final String PATTERN = "/ledger/{department}/{*file}";

    private static final String ENTRIES = "tile/entries/";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Backends backends;
    private final TokenSwap tokens;

    LedgerFiles(Backends backends, TokenSwap tokens) {
        this.backends = backends;
        this.tokens = tokens;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        try {
            return file(request, request.pathVariable("file").substring(1));
        } catch (RefusalException e) {
            return Problems.response(Failures.of(e));
        } catch (StatusRuntimeException e) {
            return Problems.response(Failures.scrubbed(e, LedgerServiceGrpc.SERVICE_NAME));
        }
    }

    private ServerResponse file(ServerRequest request, String path) {
        Channel department = backends.named(request.pathVariable("department"));
        if (path.equals("checkpoint")) {
            return checkpoint(ledger(department));
        }
        if (path.startsWith(ENTRIES)) {
            return entries(request, department, path);
        }
        if (path.startsWith("tile/")) {
            return hashes(ledger(department), path);
        }
        throw new RefusalException(Refusal.notFound(
                "PATH_UNKNOWN", "", "a ledger has checkpoint, tile/LEVEL/INDEX and tile/entries/INDEX"));
    }

    private static ServerResponse checkpoint(LedgerServiceBlockingStub ledger) {
        String note =
                ledger.getCheckpoint(GetCheckpointRequest.getDefaultInstance()).getCheckpoint();
        return ServerResponse.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(note.getBytes(StandardCharsets.UTF_8));
    }

    private static ServerResponse hashes(LedgerServiceBlockingStub ledger, String path) {
        ByteString hashes = ledger.getTile(
                        GetTileRequest.newBuilder().setPath(path).build())
                .getHashes();
        return bytes(hashes, forever().cachePublic());
    }

    /** For whom the department says; it records the reading. */
    private ServerResponse entries(ServerRequest request, Channel department, String path) {
        Metadata headers = new Metadata();
        String token = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (token != null) {
            headers.put(Tokens.AUTHORIZATION, token);
        }
        headers.put(Transcoder.DEPARTMENT, request.pathVariable("department"));
        tokens.swap(LedgerServiceGrpc.getGetEntriesMethod(), headers, Transcoder.peer(request));
        headers.discardAll(Transcoder.DEPARTMENT);
        Channel asCaller = ClientInterceptors.intercept(department, MetadataUtils.newAttachHeadersInterceptor(headers));
        ByteString entries = ledger(asCaller)
                .getEntries(GetEntriesRequest.newBuilder().setPath(path).build())
                .getEntries();
        return bytes(entries, forever().cachePrivate());
    }

    private static ServerResponse bytes(ByteString bytes, CacheControl cache) {
        return ServerResponse.ok()
                .cacheControl(cache)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes.toByteArray());
    }

    private static CacheControl forever() {
        return CacheControl.maxAge(Duration.ofDays(365)).immutable();
    }

    private static LedgerServiceBlockingStub ledger(Channel channel) {
        return LedgerServiceGrpc.newBlockingStub(channel).withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
