package onepermit.education.roll;

import java.time.LocalDate;
import onepermit.exchange.identity.PersonKey;

/**
 * A transfer (转学) that a school asked for and the pupil's school has not released yet.
 *
 * @param school that asks
 * @param from first day there
 */
public record Transfer(PersonKey pupil, String school, LocalDate from) {}
