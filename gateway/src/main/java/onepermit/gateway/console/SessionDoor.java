package onepermit.gateway.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /console/session}: who is signed in, signing in at a desk, signing out. */
final class SessionDoor {
    private static final String DESK = "desk";

    private final Officers officers;

    SessionDoor(Officers officers) {
        this.officers = officers;
    }

    ServerResponse show(ServerRequest request) {
        ((CsrfToken) Objects.requireNonNull(request.servletRequest().getAttribute(CsrfToken.class.getName())))
                .getToken();
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("local", officers.local());
        session.put(
                "desks",
                officers.local()
                        ? Arrays.stream(Desk.values()).map(SessionDoor::members).toArray()
                        : new Object[0]);
        officers.at(request.servletRequest()).ifPresent(desk -> session.put(DESK, members(desk)));
        return json(HttpStatus.OK, session);
    }

    ServerResponse signIn(ServerRequest request) {
        Optional<Desk> desk = Desk.named(request.param(DESK).orElse(""));
        if (!officers.local() || desk.isEmpty()) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    "DESK_UNKNOWN",
                    officers.local()
                            ? "desk is one of "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(Desk.values())
                                                    .map(Desk::title)
                                                    .toList())
                            : "desks are for the demonstration with the local issuer (onepermit.profile.synthetic=true)");
        }
        officers.signIn(request.servletRequest(), desk.get());
        return json(HttpStatus.OK, Map.of(DESK, members(desk.get())));
    }

    ServerResponse signOut(ServerRequest request) {
        officers.signOut(request.servletRequest());
        return ServerResponse.noContent().build();
    }

    private static Map<String, Object> members(Desk desk) {
        return Map.of(
                "name", desk.title(),
                "role", desk.role(),
                "division", desk.division(),
                "department", desk.department(),
                "officer", desk.shown());
    }

    private static ServerResponse refused(HttpStatus status, String reason, String detail) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ConsoleProblem.members(status.value(), reason, detail));
    }

    private static ServerResponse json(HttpStatus status, Map<String, Object> members) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(members);
    }
}
