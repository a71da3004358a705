package onepermit.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The one page of the console. Its styles carry a nonce of this answer; scripts come from here alone. */
final class Page {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PLACE = "__NONCE__";
    private static final String NOT_BUILT =
            "The console was left out of this build; the gateway answers calls as ever.";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + PLACE
            + "'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String html;

    Page() {
        this.html = read(new ClassPathResource("console/index.html"));
    }

    ServerResponse show(ServerRequest request) {
        if (html.isEmpty()) {
            return ServerResponse.status(HttpStatus.NOT_FOUND)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body(NOT_BUILT);
        }
        String nonce = nonce();
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY.replace(PLACE, nonce))
                .header("Referrer-Policy", "no-referrer")
                .body(html.replace(PLACE, nonce));
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String read(ClassPathResource page) {
        try {
            return page.exists() ? page.getContentAsString(StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
