package onepermit.exchange.access;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;

/**
 * Where an OpenID Connect issuer has its keys and gives out tokens (OpenID Connect Discovery 1.0, section 4).
 *
 * @param jwkSet of the keys that sign its tokens
 * @param token its token endpoint
 */
record IssuerMetadata(URI jwkSet, URI token) {
    private static final String PATH = "/.well-known/openid-configuration";

    /** Asks the issuer now. */
    static IssuerMetadata of(String issuer, DefaultResourceRetriever http) throws IOException {
        URI at = URI.create(issuer.replaceAll("/+$", "") + PATH);
        try {
            Map<String, Object> metadata =
                    JSONObjectUtils.parse(http.retrieveResource(at.toURL()).getContent());
            if (!issuer.equals(JSONObjectUtils.getString(metadata, "issuer"))) {
                throw new IOException(at + " speaks for another issuer than " + issuer);
            }
            return new IssuerMetadata(endpoint(metadata, "jwks_uri"), endpoint(metadata, "token_endpoint"));
        } catch (ParseException e) {
            throw new IOException(at + " is no OpenID Connect metadata", e);
        }
    }

    private static URI endpoint(Map<String, Object> metadata, String name) throws IOException, ParseException {
        URI uri = JSONObjectUtils.getURI(metadata, name);
        if (uri == null) {
            throw new IOException("the metadata of the issuer has no " + name);
        }
        return uri;
    }
}
