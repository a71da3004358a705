package onepermit.permit.kinship;

import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Relation;

/** A parent is the father or mother of a child. */
public record Kinship(PersonKey child, Relation relation, PersonKey parent) {}
