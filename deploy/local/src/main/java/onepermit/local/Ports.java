package onepermit.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Which port each listener has in this run. */
public record Ports(Map<Listener, Integer> numbers) {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    public int of(Listener listener) {
        return numbers.getOrDefault(listener, listener.usual());
    }

    public String address(Listener listener) {
        return "127.0.0.1:" + of(listener);
    }

    /** The environment's choice, else what a running stack wrote down, else the usual; a new run under {@code ONEPERMIT_PORTS=free}: any. */
    public static Ports chosen(Map<String, String> environment, Properties writtenDown) {
        if (writtenDown.isEmpty() && "free".equals(environment.get("ONEPERMIT_PORTS"))) return free();
        var numbers = new EnumMap<Listener, Integer>(Listener.class);
        for (Listener listener : Listener.values()) {
            String text = environment.getOrDefault(
                    listener.variable(), writtenDown.getProperty(listener.variable(), "" + listener.usual()));
            numbers.put(listener, number(listener, text));
        }
        return new Ports(numbers);
    }

    /** Ports that nobody has at this moment, for a stack that must not meet another one. */
    static Ports free() {
        var open = new ArrayList<ServerSocket>();
        try {
            var numbers = new EnumMap<Listener, Integer>(Listener.class);
            for (Listener listener : Listener.values()) {
                var socket = new ServerSocket(0, 1, LOOPBACK);
                open.add(socket);
                numbers.put(listener, socket.getLocalPort());
            }
            return new Ports(numbers);
        } catch (IOException e) {
            throw new Trouble("This machine gives no free port: " + e.getMessage() + ".", e);
        } finally {
            for (ServerSocket socket : open) close(socket);
        }
    }

    public Properties toProperties() {
        var properties = new Properties();
        for (Listener listener : Listener.values()) properties.setProperty(listener.variable(), "" + of(listener));
        return properties;
    }

    public void requireFree(Collection<Listener> needed) {
        List<Listener> taken = needed.stream().filter(l -> isTaken(of(l))).toList();
        if (taken.isEmpty()) return;
        Listener first = taken.getFirst();
        throw new Trouble(
                "Port %d, which %s needs, is taken by another program: stop that program, or choose another port with %s=NUMBER."
                        .formatted(of(first), first, first.variable()));
    }

    public boolean isAnswering(Listener listener) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, of(listener)), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int number(Listener listener, String text) {
        if (text.matches("\\d{1,5}")) {
            int number = Integer.parseInt(text);
            if (number > 0 && number < 65_536) return number;
        }
        throw new Trouble("%s is '%s': give a port number from 1 to 65535.".formatted(listener.variable(), text));
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new Trouble("A probed port could not be released: " + e.getMessage() + ".", e);
        }
    }
}
