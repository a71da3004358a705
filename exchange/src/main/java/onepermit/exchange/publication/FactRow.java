package onepermit.exchange.publication;

import onepermit.exchange.identity.PersonKey;

/**
 * A fact as it is stored.
 *
 * @param payload bytes of the dataset's payload message, as published; never changed in place
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes travel as they are; rows are not compared
public record FactRow(PersonKey person, String dataset, String factId, int incarnation, long version, byte[] payload) {

    public FactRow with(byte[] other) {
        return new FactRow(person, dataset, factId, incarnation, version, other);
    }
}
