package onepermit.education.application;

import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Sex;

/**
 * Who stands for the child, by key alone.
 *
 * @param sex tells which of the parents it is asked about as
 */
public record Guardian(PersonKey key, Sex sex) {}
