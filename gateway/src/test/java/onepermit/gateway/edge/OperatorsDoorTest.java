package onepermit.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OperatorsDoorTest {
    private final OperatorsDoor door = new OperatorsDoor(List.of("127.0.0.0/8", "::1", "10.1.2.0/24"));

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, /actuator/prometheus, 200",
        "0:0:0:0:0:0:0:1, /actuator, 200",
        "10.1.2.77, /actuator/prometheus, 200",
        "10.1.3.77, /actuator/prometheus, 404",
        "10.1.3.77, /actuator, 404",
        "10.1.3.77, /actuator/healthy, 404",
        "2001:db8::1, /actuator/info, 404",
        "10.1.3.77, /actuator/health/readiness, 200",
        "10.1.3.77, /v1/admissions:verify, 200"
    })
    void metrics_are_for_named_machines_and_health_for_everybody(String from, String path, int status)
            throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(from);
        var response = new MockHttpServletResponse();

        door.doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
    }
}
