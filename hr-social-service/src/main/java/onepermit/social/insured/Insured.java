package onepermit.social.insured;

import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;

/** An insured person: the ID number is the insurance number (SI Handling Regulation, art. 6). */
public record Insured(PersonKey key, CitizenId id) {}
