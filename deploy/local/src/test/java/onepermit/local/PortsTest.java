package onepermit.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final Properties NOTHING_WRITTEN = new Properties();

    @Test
    void each_listener_has_its_usual_port() {
        Ports ports = Ports.chosen(Map.of(), NOTHING_WRITTEN);

        assertThat(ports.of(Listener.GATEWAY)).isEqualTo(8080);
        assertThat(ports.address(Listener.KAFKA)).isEqualTo("127.0.0.1:19092");
    }

    @Test
    void the_environment_chooses_before_what_a_running_stack_wrote_down() {
        Properties written = new Ports(Map.of(Listener.KAFKA, 1000, Listener.GATEWAY, 1001)).toProperties();

        Ports ports = Ports.chosen(Map.of("ONEPERMIT_PORT_KAFKA", "2000"), written);

        assertThat(ports.of(Listener.KAFKA)).isEqualTo(2000);
        assertThat(ports.of(Listener.GATEWAY)).isEqualTo(1001);
    }

    @Test
    void a_port_that_is_no_port_is_named_with_its_value() {
        for (String wrong : List.of("eighty", "0", "65536", "-1", ""))
            assertThatThrownBy(() -> Ports.chosen(Map.of("ONEPERMIT_PORT_GATEWAY", wrong), NOTHING_WRITTEN))
                    .isInstanceOf(Trouble.class)
                    .hasMessage("ONEPERMIT_PORT_GATEWAY is '%s': give a port number from 1 to 65535.", wrong);
    }

    @Test
    void a_taken_port_is_named_with_what_to_do() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Ports(Map.of(Listener.GATEWAY, other.getLocalPort()));

            assertThatThrownBy(() -> ports.requireFree(List.of(Listener.GATEWAY)))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + ", which GATEWAY needs, is taken")
                    .hasMessageContaining("ONEPERMIT_PORT_GATEWAY=NUMBER");
            assertThat(ports.isAnswering(Listener.GATEWAY)).isTrue();
        }
    }

    @Test
    void a_running_stack_is_found_again_also_where_new_ones_take_free_ports() {
        Properties written = new Ports(Map.of(Listener.KAFKA, 1000)).toProperties();

        Ports ports = Ports.chosen(Map.of("ONEPERMIT_PORTS", "free"), written);

        assertThat(ports.of(Listener.KAFKA)).isEqualTo(1000);
    }

    @Test
    void free_ports_are_free_and_all_different() {
        Ports ports = Ports.chosen(Map.of("ONEPERMIT_PORTS", "free"), NOTHING_WRITTEN);

        assertThat(new HashSet<>(ports.numbers().values())).hasSameSizeAs(Listener.values());
        assertThatCode(() -> ports.requireFree(List.of(Listener.values()))).doesNotThrowAnyException();
    }
}
