package onepermit.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The gateway's side door for operators stands beside the people's: what it tells but alive and ready goes to named machines alone. Of others it
 * is as if it were not there.
 */
final class OperatorsDoor extends OncePerRequestFilter {
    private static final String PATH = "/actuator";
    private static final String HEALTH = "/actuator/health";

    private final List<IpAddressMatcher> from;

    /** @param from addresses, or networks as 10.0.0.0/8 */
    OperatorsDoor(List<String> from) {
        this.from = from.stream().map(IpAddressMatcher::new).toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (isOperators(request.getServletPath()) && from.stream().noneMatch(known -> known.matches(request))) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        next.doFilter(request, response);
    }

    private static boolean isOperators(String path) {
        boolean health = path.equals(HEALTH) || path.startsWith(HEALTH + "/");
        return path.startsWith(PATH) && !health;
    }
}
