package onepermit.exchange.claim;

import java.util.Optional;

/**
 * What an officer found on an item.
 *
 * @param value as written; empty = it could not be verified and stays unknown
 * @param foundIn where
 */
public record OfficerFinding(Optional<String> value, String foundIn) {}
