package onepermit.exchange.access;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;

/** Where the issuer gives out tokens. */
@FunctionalInterface
interface TokenEndpoint {
    URI find() throws IOException;

    /** @param uri empty = where the issuer's metadata says */
    static TokenEndpoint of(String issuer, String uri) {
        if (!uri.isEmpty()) {
            return () -> URI.create(uri);
        }
        DefaultResourceRetriever http = new DefaultResourceRetriever(
                IssuerKeys.TIMEOUT_MILLIS, IssuerKeys.TIMEOUT_MILLIS, IssuerKeys.LARGEST_BYTES);
        return () -> IssuerMetadata.of(issuer, http).token();
    }
}
