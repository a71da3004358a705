package onepermit.exchange.atrest;

/**
 * Where the master keys are. A master key wraps data keys and never leaves its place: a file here ({@link FileKeys}), a key management
 * service or a hardware module in a city.
 *
 * <p>What an implementation owes:
 *
 * <ul>
 *   <li>It may be called from several threads. It is called when a process starts and when a data key is made or wrapped anew, never for a
 *       field: tens of milliseconds do no harm.
 *   <li>Wrapping is authenticated: bytes that were altered, or wrapped under another master key, are refused and never unwrapped into
 *       something else.
 *   <li>A master key's id names one key for ever. It unwraps what it wrapped until the key is taken away, also when it is not the current one.
 *   <li>After a rotation {@link #current} names the new key within a minute, in every process.
 *   <li>It prints and logs no key.
 * </ul>
 */
public interface KeyManagement {

    /** Id of the master key that wraps from now on, at most 100 characters. */
    String current();

    /**
     * @param dataKey 16 or 32 bytes
     * @throws KeyUnavailable the master key is unknown or cannot be used now
     */
    byte[] wrap(String masterKey, byte[] dataKey);

    /**
     * @param wrapped as {@link #wrap} returned it
     * @throws KeyUnavailable the master key is unknown or cannot be used now, or these bytes were not wrapped under it
     */
    byte[] unwrap(String masterKey, byte[] wrapped);
}
