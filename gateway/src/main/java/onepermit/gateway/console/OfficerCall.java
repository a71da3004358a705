package onepermit.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A browser's call as the JSON door takes it: its path there, the officer's token, and nothing of the browser's own. */
final class OfficerCall extends HttpServletRequestWrapper {
    private final String bearer;

    OfficerCall(HttpServletRequest request, String token) {
        super(request);
        this.bearer = "Bearer " + token;
    }

    @Override
    public String getRequestURI() {
        return super.getRequestURI().substring(OfficerCalls.PATH.length());
    }

    @Override
    public String getServletPath() {
        return super.getServletPath().substring(OfficerCalls.PATH.length());
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(getRequestURI());
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isAuthorization(name) ? bearer : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isAuthorization(name) ? Collections.enumeration(List.of(bearer)) : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = new ArrayList<>(Collections.list(super.getHeaderNames()));
        names.removeIf(name -> isAuthorization(name) || name.equalsIgnoreCase(HttpHeaders.COOKIE));
        names.add(HttpHeaders.AUTHORIZATION);
        return Collections.enumeration(names);
    }

    private static boolean isAuthorization(String name) {
        return name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION);
    }
}
