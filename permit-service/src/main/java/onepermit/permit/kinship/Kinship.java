package onepermit.permit.kinship;

import onepermit.exchange.identity.PersonKey;

/** A parent is the father or mother of a child. */
public record Kinship(PersonKey child, Relation relation, PersonKey parent) {}
