package onepermit.exchange.publication.watch;

import onepermit.exchange.v1.WatchResponse;

/** Where a watcher's steps go. */
public interface Watching {

    /** False once nobody listens any more. */
    boolean wanted();

    /** Waits until the other side is ready for it. */
    void send(WatchResponse step) throws InterruptedException;
}
