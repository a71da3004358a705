package onepermit.health.recipient;

import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;

/** A person of whom health records are kept. */
public record Recipient(PersonKey key, CitizenId id) {}
