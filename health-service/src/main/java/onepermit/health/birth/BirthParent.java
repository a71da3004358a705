package onepermit.health.birth;

import onepermit.exchange.identity.PersonKey;

/** A parent by birth. */
public record BirthParent(PersonKey child, Relation relation, PersonKey parent) {}
