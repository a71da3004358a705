package onepermit.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import onepermit.gateway.issuer.OfficerTokens;
import onepermit.gateway.issuer.OfficerTokens.Token;
import org.jspecify.annotations.Nullable;

/** Who is signed in, by session. The token stays here; a call near its end gets a new one as long as the session lives. */
final class Officers {
    private static final Duration SPARE = Duration.ofMinutes(1);
    private static final String DESK = "onepermit.desk";
    private static final String TOKEN = "onepermit.token";

    private final @Nullable OfficerTokens tokens;
    private final Clock clock;

    /** @param tokens null where nobody signs in by choosing a desk */
    Officers(@Nullable OfficerTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Does this gateway sign in the officers of the demonstration? */
    boolean local() {
        return tokens != null;
    }

    void signIn(HttpServletRequest request, Desk desk) {
        request.getSession();
        request.changeSessionId();
        HttpSession session = request.getSession();
        session.removeAttribute(TOKEN);
        session.setAttribute(DESK, desk);
    }

    void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    Optional<Desk> at(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (Desk) session.getAttribute(DESK));
    }

    /** Empty when nobody is signed in. */
    Optional<String> token(HttpServletRequest request) {
        return at(request).map(desk -> token(request.getSession(), desk));
    }

    private String token(HttpSession session, Desk desk) {
        Token kept = (Token) session.getAttribute(TOKEN);
        if (kept == null || kept.expires().isBefore(clock.instant().plus(SPARE))) {
            OfficerTokens issuer = Objects.requireNonNull(tokens);
            kept = issuer.of(desk.role(), desk.division(), desk.department(), desk.officer());
            session.setAttribute(TOKEN, kept);
        }
        return kept.value();
    }
}
