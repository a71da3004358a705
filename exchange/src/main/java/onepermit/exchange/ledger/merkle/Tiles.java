package onepermit.exchange.ledger.merkle;

/** Where tiles are kept. */
@FunctionalInterface
public interface Tiles {

    /**
     * The hashes of a tile behind one another, 32 bytes each. A partial tile may be answered by a wider one of the same place.
     *
     * @throws IllegalStateException naming a tile that is not there
     */
    byte[] read(Tile tile);
}
