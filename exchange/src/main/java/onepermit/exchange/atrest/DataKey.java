package onepermit.exchange.atrest;

import javax.crypto.spec.SecretKeySpec;

/**
 * A key that fields are sealed under; never prints itself.
 *
 * @param number as envelopes have it
 */
record DataKey(int number, Algorithm algorithm, SecretKeySpec key) {

    @Override
    public String toString() {
        return "DataKey[" + number + "]";
    }
}
