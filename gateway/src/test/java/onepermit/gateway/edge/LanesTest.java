package onepermit.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.netty.channel.EventLoop;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void each_network_thread_has_a_channel_of_its_own_and_keeps_to_it() throws Exception {
        try (var threads = new NetworkThreads();
                var lanes = Lanes.to(
                        "permit", "peers:///localhost:1", threads, (holder, channel) -> channel.usePlaintext())) {
            List<Channel> first = mine(threads, lanes);
            assertThat(first).doesNotHaveDuplicates().hasSameSizeAs(threads.each());
            assertThat(mine(threads, lanes)).isEqualTo(first);
            assertThat(first).as("a thread of nobody's takes any").contains(lanes.mine());
        }
    }

    @Test
    void a_message_is_read_whole_whether_or_not_it_tells_its_length() {
        byte[] message = new byte[40_000];
        ThreadLocalRandom.current().nextBytes(message);
        assertThat(Bytes.INSTANCE.parse(Bytes.INSTANCE.stream(message))).isEqualTo(message);
        assertThat(Bytes.INSTANCE.parse(new ByteArrayInputStream(message))).isEqualTo(message);
    }

    private static List<Channel> mine(NetworkThreads threads, Lanes lanes) throws Exception {
        List<Channel> channels = new ArrayList<>();
        for (EventLoop thread : threads.each()) {
            channels.add(thread.submit(lanes::mine).get());
        }
        return channels;
    }
}
