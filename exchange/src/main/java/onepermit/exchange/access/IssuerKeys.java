package onepermit.exchange.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/** The issuer's public keys: fetched when first needed, tried again, and kept over an outage of the issuer. */
public final class IssuerKeys {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LARGEST_BYTES = 100_000;

    private IssuerKeys() {}

    public static JWKSource<SecurityContext> at(URI jwkSet) {
        try {
            return JWKSourceBuilder.create(
                            jwkSet.toURL(), new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_BYTES))
                    .retrying(true)
                    .refreshAheadCache(false)
                    .cache(
                            Duration.ofMinutes(5).toMillis(),
                            Duration.ofSeconds(5).toMillis())
                    .rateLimited(Duration.ofSeconds(1).toMillis())
                    .outageTolerant(Duration.ofHours(4).toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a URL of a JWK set: " + jwkSet, e);
        }
    }
}
