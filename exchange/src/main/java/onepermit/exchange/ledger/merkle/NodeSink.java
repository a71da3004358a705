package onepermit.exchange.ledger.merkle;

/** Hears of every complete subtree, leaves too, as soon as its last leaf is appended. */
@FunctionalInterface
public interface NodeSink {
    NodeSink NONE = (at, hash) -> {};

    void completed(Subtree at, Hash hash);
}
