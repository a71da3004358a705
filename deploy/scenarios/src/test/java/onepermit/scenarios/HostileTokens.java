package onepermit.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** Tokens that are none, of others, or made with what was stolen; all for one good question about the canary's child. */
final class HostileTokens {
    private static final String VERIFY = "/v1/admissions:verify";
    private static final String INVALID = "TOKEN_INVALID";
    private final FrontDoor door;
    private final HttpDoor http;
    private final Forged forged;
    private final String question;

    HostileTokens(Stack stack, FrontDoor door, Canary canary) {
        this.door = door;
        this.http = new HttpDoor(stack);
        this.forged = new Forged(stack);
        this.question = HostileQuestions.admission(canary, Scenario.SIMING, "\"PURPOSE_SCHOOL_ADMISSION\"");
    }

    Stream<Attempt> all() {
        return Stream.of(none(), altered(), stolenKey(), ofOthers()).flatMap(part -> part);
    }

    private Stream<Attempt> none() {
        return Stream.of(
                token("no token", "TOKEN_MISSING", ""),
                header("a password instead of a token", "TOKEN_MISSING", "Basic b2ZmaWNlcjpvZmZpY2Vy"),
                token("a token of noise", INVALID, "eyJhbGciOiJSUzI1NiJ9.e30.AAAA"),
                new Attempt(
                        "a good token in the address",
                        "400",
                        "QUERY_NOT_TAKEN",
                        () -> Reply.of(http.post(VERIFY + "?access_token=" + officer(), question, ""))));
    }

    private Stream<Attempt> altered() {
        var parts = officer().split("\\.");
        var others = door.token("vaccination-officer", Scenario.SIMING).split("\\.");
        return Stream.of(
                token(
                        "another officer's claims under one's own signature",
                        INVALID,
                        parts[0] + "." + others[1] + "." + parts[2]),
                token(
                        "a higher division written into one's own token",
                        INVALID,
                        parts[0] + "." + Forged.rewritten(parts[1], "350203", "350000") + "." + parts[2]),
                token("a signature cut off", INVALID, parts[0] + "." + parts[1] + "."),
                token("algorithm none", INVALID, Forged.unsigned(parts[1])),
                token("the public key as a secret", INVALID, forged.signedWithThePublicKey(parts[1])),
                token(
                        "another key under the issuer's key id",
                        INVALID,
                        forged.signedWithAnotherKey(Map.of(), parts[1])),
                token(
                        "another key brought along in the header",
                        INVALID,
                        forged.signedWithAnotherKey(Map.of("jwk", Forged.publicKeyOfOurs()), parts[1])),
                token(
                        "another key at an address in the header",
                        INVALID,
                        forged.signedWithAnotherKey(Map.of("jku", "\"http://127.0.0.1:9/jwks\""), parts[1])),
                token(
                        "a key id that is a path",
                        INVALID,
                        forged.signedWithAnotherKey(Map.of("kid", "\"../../../../dev/null\""), parts[1])));
    }

    private Stream<Attempt> stolenKey() {
        return Stream.of(
                token("an expired token", "TOKEN_EXPIRED", forged.with(Map.of("exp", at(Duration.ofMinutes(-5))))),
                token("a token not valid yet", INVALID, forged.with(Map.of("nbf", at(Duration.ofMinutes(5))))),
                token("a token without an end", INVALID, forged.with(Map.of("exp", "null"))),
                token("a token for another audience", INVALID, forged.with(Map.of("aud", "\"another\""))),
                token("a token of another issuer", INVALID, forged.with(Map.of("iss", "\"http://issuer.example\""))),
                token("a token without a role", INVALID, forged.with(Map.of("role", "null"))),
                token("a token of a division that is a pattern", INVALID, forged.with(Map.of("division", "\"35%\""))),
                token(
                        "a token bound to another certificate",
                        "TOKEN_BOUND",
                        forged.with(Map.of("cnf", "{\"x5t#S256\":\"bm90LW91ci1jZXJ0aWZpY2F0ZS1idXQtYW5vdGhlcnM\"}"))),
                new Attempt(
                        "a role that does not exist",
                        "403",
                        "ROLE",
                        () -> Reply.of(http.post(VERIFY, question, forged.with(Map.of("role", "\"root\""))))));
    }

    private Stream<Attempt> ofOthers() {
        return Stream.concat(
                Stream.of(
                        token(
                                "a department's exchanged token at the door",
                                INVALID,
                                door.exchanged("operator", "", "education")),
                        new Attempt(
                                "an officer of another department",
                                "403",
                                "ROLE",
                                () -> Reply.of(http.post(
                                        VERIFY, question, door.token("vaccination-officer", Scenario.SIMING))))),
                Stream.of("operator", "administrator", "integrator", "service")
                        .map(role -> new Attempt(
                                "the token of role " + role,
                                "403",
                                "ROLE",
                                () -> Reply.of(http.post(VERIFY, question, door.token(role, ""))))));
    }

    private Attempt token(String name, String reason, String token) {
        return new Attempt(name, "401", reason, () -> Reply.of(http.post(VERIFY, question, token)));
    }

    private Attempt header(String name, String reason, String value) {
        return new Attempt(
                name, "401", reason, () -> Reply.of(http.post(VERIFY, question, "", Map.of("Authorization", value))));
    }

    private String officer() {
        return door.token("admission-officer", Scenario.SIMING);
    }

    private static String at(Duration fromNow) {
        return String.valueOf(Instant.now().plus(fromNow).getEpochSecond());
    }
}
