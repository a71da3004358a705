package onepermit.exchange.replica.reader;

/**
 * The right to move the offset of a partition of a slot. Whoever claims it next raises the epoch, and this one moves nothing more.
 *
 * @param nextOffset where the slot stands in the topic
 */
record Claim(Slot slot, int part, long nextOffset, long epoch) {
    Claim at(long offset) {
        return new Claim(slot, part, offset, epoch);
    }
}
