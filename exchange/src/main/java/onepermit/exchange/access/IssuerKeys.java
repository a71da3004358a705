package onepermit.exchange.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;

/** The issuer's public keys: fetched when first needed, tried again, and kept over an outage of the issuer. */
public final class IssuerKeys {
    static final int TIMEOUT_MILLIS = 2_000;
    static final int LARGEST_BYTES = 100_000;

    private IssuerKeys() {}

    /** @param jwkSet where the keys are; empty = where the issuer's metadata says, looked up at each fetch */
    public static JWKSource<SecurityContext> of(String issuer, String jwkSet) {
        return JWKSourceBuilder.create(new Fetched(issuer, jwkSet))
                .retrying(true)
                .refreshAheadCache(false)
                .cache(Duration.ofMinutes(5).toMillis(), Duration.ofSeconds(5).toMillis())
                .rateLimited(Duration.ofSeconds(1).toMillis())
                .outageTolerant(Duration.ofHours(4).toMillis())
                .build();
    }

    private record Fetched(String issuer, String jwkSet, DefaultResourceRetriever http)
            implements JWKSetSource<SecurityContext> {

        Fetched(String issuer, String jwkSet) {
            this(issuer, jwkSet, new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_BYTES));
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
                throws KeySourceException {
            try {
                URI at = jwkSet.isEmpty() ? IssuerMetadata.of(issuer, http).jwkSet() : URI.create(jwkSet);
                return JWKSet.parse(http.retrieveResource(at.toURL()).getContent());
            } catch (IOException | ParseException e) {
                throw new JWKSetRetrievalException("the keys of the issuer " + issuer + " cannot be had", e);
            }
        }

        @Override
        public void close() {}
    }
}
