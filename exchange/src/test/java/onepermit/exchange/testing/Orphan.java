package onepermit.exchange.testing;

import java.io.IOException;

/** Ends a child process when its parent is gone, however the parent went: the pipe to its standard input closes. */
public final class Orphan {
    private Orphan() {}

    public static void diesWithParent() {
        Thread.ofPlatform().daemon().name("orphan-watch").start(Orphan::haltAtEnd);
    }

    private static void haltAtEnd() {
        try {
            while (System.in.read() >= 0) {
                // the parent says nothing; only the end of the stream speaks
            }
        } catch (IOException e) {
            // a broken pipe is an end too
        }
        Runtime.getRuntime().halt(1);
    }
}
