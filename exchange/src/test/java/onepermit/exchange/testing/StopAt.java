package onepermit.exchange.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import onepermit.exchange.publication.relay.Point;
import onepermit.exchange.replica.reader.ReadPoint;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Holds a child process at a named point, so that the test can kill or freeze it just there. */
@Configuration(proxyBeanMethods = false)
public class StopAt {

    @Bean
    Hold hold(
            @Value("${test.stop-at:NOWHERE}") String point,
            @Value("${test.passes:1}") int passes,
            @Value("${test.go:/nonexistent}") Path go) {
        return new Hold(point, passes, go);
    }

    @Bean
    Point.Listener relayPoint(Hold hold) {
        return point -> hold.passed(point.name());
    }

    @Bean
    ReadPoint.Listener readPoint(Hold hold) {
        return point -> hold.passed(point.name());
    }

    /** Waits at the point, the given time it is passed, until the file is there. */
    static final class Hold {
        private final String point;
        private final AtomicInteger passes;
        private final Path go;

        Hold(String point, int passes, Path go) {
            this.point = point;
            this.passes = new AtomicInteger(passes);
            this.go = go;
        }

        void passed(String name) {
            if (name.equals(point) && passes.decrementAndGet() == 0) {
                System.out.println("HELD AT " + name);
                while (!Files.exists(go)) {
                    LockSupport.parkNanos(5_000_000);
                }
                System.out.println("GOES ON FROM " + name);
            }
        }
    }
}
