package onepermit.health.birth;

import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Relation;

/** A parent by birth. */
public record BirthParent(PersonKey child, Relation relation, PersonKey parent) {}
