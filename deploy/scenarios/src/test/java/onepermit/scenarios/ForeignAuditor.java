package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads a ledger as somebody else's tool would: by C2SP tlog-tiles over HTTP and by RFC 6962, with nothing of ours. */
final class ForeignAuditor {
    private static final int WIDTH = 256;
    private final HttpDoor http;
    private final String prefix;

    /** What a checkpoint says. */
    record Signed(String origin, long size, String root, int signatures) {}

    ForeignAuditor(HttpDoor http, String department) {
        this.http = http;
        this.prefix = "/ledger/" + department + "/";
    }

    Signed checkpoint() {
        var answer = http.bytes(prefix + "checkpoint", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        String[] lines = new String(answer.body(), StandardCharsets.UTF_8).split("\n");
        return new Signed(lines[0], Long.parseLong(lines[1]), lines[2], lines.length - 4);
    }

    /** From level-0 tiles alone. */
    List<byte[]> leafHashes(long size) {
        var hashes = new ArrayList<byte[]>();
        for (long index = 0; index * WIDTH < size; index++) {
            var tile = http.bytes(prefix + "tile/0/" + name(index, size), "");
            assertThat(tile.statusCode()).isEqualTo(200);
            assertThat(header(tile, "Content-Type")).isEqualTo("application/octet-stream");
            assertThat(header(tile, "Cache-Control")).contains("public", "max-age=31536000", "immutable");
            for (int at = 0; at < tile.body().length; at += 32) {
                hashes.add(java.util.Arrays.copyOfRange(tile.body(), at, at + 32));
            }
        }
        return hashes;
    }

    HttpResponse<byte[]> bundle(long index, long size, String token) {
        return http.bytes(prefix + "tile/entries/" + name(index, size), token);
    }

    static List<byte[]> entries(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        for (var rest = ByteBuffer.wrap(bundle); rest.hasRemaining(); ) {
            byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    static String root(List<byte[]> leafHashes) {
        return Base64.getEncoder().encodeToString(tree(leafHashes));
    }

    static byte[] leafHash(byte[] entry) {
        return sha256(new byte[] {0}, entry, new byte[0]);
    }

    private static byte[] tree(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int left = Integer.highestOneBit(hashes.size() - 1);
        return sha256(new byte[] {1}, tree(hashes.subList(0, left)), tree(hashes.subList(left, hashes.size())));
    }

    static String name(long index, long size) {
        if (index > 999_999) {
            throw new IllegalArgumentException("more leaves than this reads");
        }
        String name = index < 1000 ? "%03d".formatted(index) : "x%03d/%03d".formatted(index / 1000, index % 1000);
        long width = Math.min(WIDTH, size - index * WIDTH);
        return width == WIDTH ? name : name + ".p/" + width;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
