package onepermit.gateway.issuer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import onepermit.exchange.access.Audience;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Puts role, department and division into a token. The request may name {@code division} (GB/T 2260, demanded for roles
 * bound to a place), {@code officer}, which becomes the subject, and for a service, an
 * administrator or an auditor the {@code department}. For a resident it names {@code citizen_id}, whose person key becomes the subject: no
 * token holds a citizen ID.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final Pattern OFFICER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Divisions divisions;
    private final Function<String, PersonKey> persons;

    /** @param persons citizen ID → person key; refuses what is no citizen ID */
    TokenClaims(Divisions divisions, Function<String, PersonKey> persons) {
        this.divisions = divisions;
        this.persons = persons;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (context.getAuthorizationGrant() instanceof OAuth2TokenExchangeAuthenticationToken exchange) {
            ExchangedClaims.put(context, exchange);
            return;
        }
        String client = context.getRegisteredClient().getClientId();
        LocalRole role = LocalRole.ofClient(client).orElseThrow(() -> refused("client " + client + " has no role"));
        OAuth2ClientCredentialsAuthenticationToken grant = Objects.requireNonNull(context.getAuthorizationGrant());
        Map<String, Object> asked = grant.getAdditionalParameters();
        String division = division(role, text(asked, "division"));
        context.getClaims().claims(claims -> {
            claims.put("aud", role == LocalRole.SERVICE ? ExchangedClaims.DEPARTMENTS : List.of(Audience.DOOR));
            claims.put("sub", role == LocalRole.RESIDENT ? resident(asked) : officer(text(asked, "officer"), client));
            claims.put("client_id", client);
            claims.put("role", role.role());
            claims.put("department", department(role, text(asked, "department")));
            claims.put("division", division);
            claims.values().removeIf(""::equals);
        });
    }

    /** One client serves all departments of this machine, so services, administrators and auditors say of which they are; nobody else may. */
    private static String department(LocalRole role, String asked) {
        if (asked.isEmpty() && role.actsForDepartment()) {
            throw refused("say for which department: the role " + role.role() + " is bound to one (department=permit)");
        }
        if (asked.isEmpty() || !role.mayNameDepartment()) {
            return role.department();
        }
        if (!ExchangedClaims.DEPARTMENTS.contains(Audience.of(asked))) {
            throw refused("department is one of permit, education, social, health");
        }
        return asked;
    }

    private String division(LocalRole role, String asked) {
        if (asked.isEmpty()) {
            if (role.boundToPlace()) {
                throw refused("say for which division: the role " + role.role() + " is bound to one (division=350203)");
            }
            return "";
        }
        try {
            return divisions.read("division", asked).value();
        } catch (RefusalException e) {
            throw refused(e.refusal().text());
        }
    }

    private String resident(Map<String, Object> asked) {
        try {
            return persons.apply(text(asked, "citizen_id")).hex();
        } catch (RefusalException e) {
            throw refused("citizen_id: " + e.refusal().text());
        }
    }

    private static String officer(String asked, String client) {
        if (!asked.isEmpty() && !OFFICER.matcher(asked).matches()) {
            throw refused("officer is 1 to 64 letters, digits, dots, dashes or underscores");
        }
        return asked.isEmpty() ? client : asked;
    }

    private static String text(Map<String, Object> asked, String name) {
        return Objects.requireNonNullElse(asked.get(name), "").toString().trim();
    }

    private static OAuth2AuthenticationException refused(String text) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, text, null));
    }
}
