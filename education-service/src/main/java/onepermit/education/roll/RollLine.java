package onepermit.education.roll;

import onepermit.exchange.identity.PersonKey;

/** One period of one pupil. */
public record RollLine(PersonKey pupil, RollEntry entry) {}
