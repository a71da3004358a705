package onepermit.gateway.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hands a call below {@code /console/api/} to the JSON door at {@code /}, with the token of the officer's session. */
final class OfficerCalls extends OncePerRequestFilter {
    static final String PATH = "/console/api";

    private final Officers officers;

    OfficerCalls(Officers officers) {
        this.officers = officers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH + "/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        Optional<String> token = officers.token(request);
        if (token.isEmpty()) {
            ConsoleProblem.write(response, 401, "SESSION_ENDED", "nobody is signed in; sign in again");
            return;
        }
        next.doFilter(new OfficerCall(request, token.get()), response);
    }
}
