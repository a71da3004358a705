package onepermit.exchange.access;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the other departments answer.
 *
 * @param peers department → {@code host:port}, one for each instance
 */
@ConfigurationProperties("onepermit")
public record Peers(@DefaultValue Map<String, List<String>> peers) {

    /** What {@link PeerAddresses} resolves. */
    String target(String department) {
        List<String> instances = peers.getOrDefault(department, List.of());
        if (instances.isEmpty()) {
            throw new IllegalStateException("no onepermit.peers." + department + " is set");
        }
        return instances.stream().map(String::trim).collect(Collectors.joining(",", PeerAddresses.SCHEME + ":///", ""));
    }

    static InetSocketAddress address(String instance) {
        int colon = instance.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalStateException("'" + instance + "' is no peer; expected host:port");
        }
        return new InetSocketAddress(instance.substring(0, colon), Integer.parseInt(instance.substring(colon + 1)));
    }
}
