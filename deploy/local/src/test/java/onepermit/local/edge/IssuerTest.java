package onepermit.local.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import onepermit.local.Home;
import onepermit.local.Listener;
import onepermit.local.Local;
import onepermit.local.Ports;
import onepermit.local.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens for the terminal, from an issuer that answers as the gateway's does. */
class IssuerTest {
    @TempDir
    private Path folder;

    private HttpServer gateway;
    private String asked = "";
    private int status = 200;
    private String body = "{\"access_token\":\"abc.def.ghi\",\"token_type\":\"Bearer\"}";

    @BeforeEach
    void a_gateway_answers() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/oauth2/token", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void it_goes() {
        gateway.stop(0);
    }

    @Test
    void a_role_bound_to_no_place_gets_a_token_without_a_division() throws IOException {
        assertThat(issuer().token("operator", Issuer.EVERYWHERE)).isEqualTo("abc.def.ghi");
        assertThat(asked).isEqualTo("grant_type=client_credentials&division=");
    }

    @Test
    void a_role_bound_to_a_place_is_told_to_name_its_division() throws IOException {
        refuses("say for which division: the role admission-officer is bound to one (division=350203)");

        assertThatThrownBy(() -> issuer().token("admission-officer", Issuer.EVERYWHERE))
                .isInstanceOf(Trouble.class)
                .hasMessage(
                        "The role admission-officer is bound to a place: give --division CODE, for example --division 350203.");
    }

    @Test
    void a_division_that_is_none_is_told_in_the_words_of_the_issuer() throws IOException {
        refuses("\\\"000001\\\" is not in the table of divisions");

        assertThatThrownBy(() -> issuer().token("supervisor", "000001"))
                .hasMessage(
                        "The issuer gave no token for the role supervisor in division 000001 (HTTP 400): \"000001\" is not in the table of divisions");
    }

    @Test
    void a_role_that_is_none_is_told_which_there_are() {
        assertThatThrownBy(() -> issuer().token("mayor", Issuer.EVERYWHERE))
                .hasMessageContaining("'mayor' is no role")
                .hasMessageContaining("operator, integrator, service");
    }

    private void refuses(String why) {
        status = 400;
        body = "{\"error_description\":\"" + why + "\",\"error\":\"invalid_request\"}";
    }

    private Issuer issuer() throws IOException {
        Home home = new Home(folder).prepare();
        Files.writeString(Issuer.clientsFile(home), "operator=s\nadmission-officer=s\nsupervisor=s\n");
        int port = gateway.getAddress().getPort();
        return new Issuer(new Local(home, new Ports(Map.of(Listener.GATEWAY, port))));
    }
}
