package onepermit.scenarios;

import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that nobody gave out, or to somebody else, or for another door. */
class HostileTokenTest extends Hostile {
    private static final String INVALID = "UNAUTHENTICATED TOKEN_INVALID, 401 TOKEN_INVALID";
    private static final String MISSING = "UNAUTHENTICATED TOKEN_MISSING, 401 TOKEN_MISSING";
    private static final UnaryOperator<String> AS_IT_IS = text -> text;
    private final Forged forged = new Forged(stack);
    private final String child = SyntheticId.woman("2019-05-06");
    private final String parent = SyntheticId.man("1988-05-04");

    @ParameterizedTest
    @MethodSource("bearers")
    void no_such_token_opens_either_door(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> bearers() {
        var good = door.token("admission-officer", SIMING);
        var other = door.token("supervisor", SIMING);
        return Stream.of(
                attempt("no token", () -> both(""), MISSING),
                attempt("a word in a token's place", () -> both("Bearer root"), INVALID),
                attempt("a name and a password", () -> both(basic("root", "root")), MISSING),
                attempt("alg none", () -> bearer(forged.unsigned()), INVALID),
                attempt("the signature cut off", () -> bearer(good.substring(0, good.lastIndexOf('.') + 1)), INVALID),
                attempt("HS256 with the public key as secret", () -> bearer(forged.signedWithThePublicKey()), INVALID),
                attempt(
                        "another's key under the issuer's kid",
                        () -> bearer(forged.signedByAnother(AS_IT_IS)),
                        INVALID),
                attempt(
                        "another's key brought along in the header",
                        () -> bearer(forged.signedByAnother(header -> header.replaceFirst("\"kid\".*", "OWN_KEY}"))),
                        INVALID),
                attempt(
                        "another's key at an address in the header",
                        () -> bearer(forged.signedByAnother(
                                header -> header.replace("}", ",\"jku\":\"http://127.0.0.1:1/keys\"}"))),
                        INVALID),
                attempt(
                        "a header that demands what nobody understands",
                        () -> bearer(forged.spoiled(
                                header -> header.replace("}", ",\"crit\":[\"exp\"],\"exp\":1}"), AS_IT_IS)),
                        INVALID),
                attempt(
                        "a token of another type",
                        () -> bearer(
                                forged.spoiled(header -> header.replace("}", ",\"typ\":\"logout+jwt\"}"), AS_IT_IS)),
                        INVALID),
                attempt("another's claims under this signature", () -> bearer(swapped(good, other)), INVALID),
                attempt("a higher role written into the claims", () -> bearer(rewritten(good)), INVALID),
                attempt("for another audience", () -> claims("\"aud\":\"onepermit\"", "\"aud\":\"shop\""), INVALID),
                attempt(
                        "for one department",
                        () -> claims("\"aud\":\"onepermit\"", "\"aud\":\"onepermit-education\""),
                        INVALID),
                attempt("of another issuer", () -> claims("\"iss\":\"http", "\"iss\":\"https"), INVALID),
                attempt("not valid yet", () -> claims("\"exp\"", "\"nbf\":4000000000,\"exp\""), INVALID),
                attempt("without an end", () -> claims("\"exp\"", "\"end\""), INVALID),
                attempt("without a role", () -> claims("\"role\"", "\"roles\""), INVALID),
                attempt("without a subject", () -> claims("\"sub\"", "\"subject\""), INVALID),
                attempt(
                        "ended five minutes ago",
                        () -> bearer(forged.token(
                                "admission-officer", SIMING, Instant.now().minus(Duration.ofMinutes(5)))),
                        "UNAUTHENTICATED TOKEN_EXPIRED, 401 TOKEN_EXPIRED"),
                attempt(
                        "bound to a certificate, and brought without it",
                        () -> claims("\"exp\"", "\"cnf\":{\"x5t#S256\":\"AAAA\"},\"exp\""),
                        "UNAUTHENTICATED TOKEN_BOUND, 401 TOKEN_BOUND"),
                attempt(
                        "an exchanged token, played again at the door",
                        () -> bearer(door.exchanged("admission-officer", SIMING, "education")),
                        INVALID),
                attempt(
                        "a department's own token at the people's door",
                        () -> bearer(door.token("service", "")),
                        INVALID));
    }

    @ParameterizedTest
    @MethodSource("grants")
    void the_issuer_gives_nobody_what_is_not_his(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> grants() {
        String grant = "grant_type=client_credentials&division=350203";
        String exchange = "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
                + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token&audience=onepermit-education&subject_token=";
        return Stream.of(
                attempt("a wrong client secret", () -> grant("admission-officer", "guessed", grant), "401"),
                attempt("a client nobody registered", () -> grant("mayor", "guessed", grant), "401"),
                attempt(
                        "an exchange by somebody else than the gateway",
                        () -> own("operator", exchange + door.token("operator", "")),
                        "400"),
                attempt(
                        "an exchange for an audience of nobody's",
                        () -> own("gateway", exchange.replace("education", "everything") + door.token("operator", "")),
                        "400"),
                attempt(
                        "an exchange of a token that was exchanged before",
                        () -> own("gateway", exchange + door.exchanged("operator", "", "health")),
                        "400"),
                attempt(
                        "an exchange of a forged token",
                        () -> own("gateway", exchange + forged.signedByAnother(AS_IT_IS)),
                        "400"),
                attempt("somebody else's token examined", () -> examined("introspect"), "400"),
                attempt("somebody else's token revoked", () -> examined("revoke"), "400"),
                attempt("the gateway's secret for a token of its own", () -> own("gateway", grant), "400"),
                attempt(
                        "an officer of no division",
                        () -> own("admission-officer", grant.replace("350203", "")),
                        "400"),
                attempt(
                        "a department for an auditor that there is not",
                        () -> own("auditor", grant + "&department=all"),
                        "400"));
    }

    private String claims(String old, String with) {
        return bearer(forged.spoiled(AS_IT_IS, claims -> claims.replace(old, with)));
    }

    private String bearer(String token) {
        return both("Bearer " + token);
    }

    /** The same header at both doors. */
    private String both(String authorization) {
        var headers = new Metadata();
        if (!authorization.isEmpty()) {
            headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
        }
        var grpc = Refused.by(() -> AdmissionServiceGrpc.newBlockingStub(door.channel())
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .verifyEligibility(VerifyEligibilityRequest.newBuilder()
                        .setChildId(child)
                        .addGuardians(Guardian.newBuilder().setCitizenId(parent))
                        .setDivision(SIMING)
                        .setSchoolYear(2025)
                        .setContext(FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "TEST-HOSTILE"))
                        .build()));
        return said(grpc) + ", "
                + post(
                        "/v1/admissions:verify",
                        admission(child, parent),
                        "",
                        authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization));
    }

    private String examined(String endpoint) {
        return said(http.form(
                "/oauth2/" + endpoint,
                "token=" + door.token("operator", ""),
                Map.of("Authorization", "Bearer " + door.token("admission-officer", SIMING))));
    }

    private String own(String client, String form) {
        return grant(client, stack.secret(client), form);
    }

    private String grant(String client, String secret, String form) {
        return said(http.form("/oauth2/token", form, Map.of("Authorization", basic("local-" + client, secret))));
    }

    private static String swapped(String signature, String claims) {
        return claims.substring(0, claims.lastIndexOf('.')) + signature.substring(signature.lastIndexOf('.'));
    }

    private static String rewritten(String token) {
        var parts = token.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + Forged.base64(claims.replace("admission-officer", "supervisor")) + "." + parts[2];
    }
}
